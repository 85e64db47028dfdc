import { createHmac, randomUUID } from 'node:crypto';
import { request as send } from 'node:http';
import { NotFound } from '../refusal.ts';
import type { WebhookEvent } from '../world/news.ts';
import type { Clock } from './clock.ts';

/** One attempt to deliver a webhook, in the shape of GitHub's delivery log. */
export interface Delivery {
  readonly id: number;
  readonly guid: string;
  readonly delivered_at: string;
  readonly redelivery: boolean;
  duration: number;
  status: string;
  status_code: number;
  readonly event: string;
  readonly action: string | null;
  readonly installation_id: number | null;
  readonly repository_id: number | null;
  readonly throttled_at: string | null;
  readonly url: string;
  readonly request: { readonly headers: Record<string, string>; readonly payload: Record<string, unknown> };
  response: { headers: Record<string, string>; payload: string };
}

interface Options {
  readonly url: string | undefined;
  readonly secret: string;
  readonly appId: number;
  readonly clock: Clock;
  /** The events the App is subscribed to. */
  readonly events: readonly string[];
  /** How long an answer is waited for. */
  readonly patience: number;
}

// GitHub keeps what it sent for three days.
const KEPT = 3 * 86_400_000;

/** Sends webhooks, signed, each once and at once; nothing is sent again by itself. Keeps the log. */
export class Deliveries {
  readonly #options: Options;
  #url: string | undefined;
  #log: Delivery[] = [];
  #nextId = 80_000_001;
  readonly #pending = new Set<Promise<void>>();

  constructor(options: Options) {
    this.#options = options;
    this.#url = options.url;
  }

  /** Newest first; what is older than three days is gone. */
  get log(): readonly Delivery[] {
    const oldest = this.#options.clock.time - KEPT;
    this.#log = this.#log.filter(({ delivered_at }) => Date.parse(delivered_at) >= oldest);
    return this.#log;
  }

  /** Where webhooks go from now on; undefined: nowhere. */
  pointTo(url: string | undefined): void {
    this.#url = url;
  }

  /** What the App tells of itself at `/health`; empty where nobody answers. */
  async healthOfApp(): Promise<Readonly<Record<string, unknown>>> {
    if (!this.#url) return {};
    try {
      return (await (await fetch(new URL('/health', this.#url))).json()) as Readonly<Record<string, unknown>>;
    } catch {
      return {};
    }
  }

  deliver(event: WebhookEvent): void {
    if (!this.#options.events.includes(event.name)) return;
    this.#attempt(event.name, event.action, event.payload, randomUUID(), false);
  }

  /** Sends a delivery of the log again, with the same guid; refuses with 404 what has left the log. */
  redeliver(id: number): void {
    const { event, action, request, guid } = this.find(id);
    this.#attempt(event, action ?? '', request.payload, guid, true);
  }

  find(id: number): Delivery {
    const found = this.log.find((delivery) => delivery.id === id);
    if (!found) throw new NotFound('Not Found');
    return found;
  }

  /** Settles when nothing is on its way. */
  async idle(): Promise<void> {
    while (this.#pending.size > 0) await Promise.all(this.#pending);
  }

  #attempt(event: string, action: string, payload: Record<string, unknown>, guid: string, redelivery: boolean): void {
    if (!this.#url) return;
    const { appId, clock, secret } = this.#options;
    const body = JSON.stringify(payload);
    const sign = (hash: string): string => createHmac(hash, secret).update(body).digest('hex');
    const headers = {
      ...{ accept: '*/*', 'content-type': 'application/json', 'user-agent': 'GitHub-Hookshot/5a11d0x' },
      ...{ 'x-github-delivery': guid, 'x-github-event': event, 'x-github-hook-id': '400000001' },
      ...{ 'x-github-hook-installation-target-id': String(appId) },
      ...{ 'x-github-hook-installation-target-type': 'integration' },
      ...{ 'x-hub-signature': `sha1=${sign('sha1')}`, 'x-hub-signature-256': `sha256=${sign('sha256')}` },
    };
    const idOf = (key: string): number | null => (payload[key] as { id?: number } | undefined)?.id ?? null;
    const delivery: Delivery = {
      ...{
        id: this.#nextId,
        guid,
        delivered_at: clock.now,
        redelivery,
        duration: 0,
        status: 'pending',
        status_code: 0,
      },
      ...{ event, action: action === '' ? null : action, installation_id: idOf('installation') },
      ...{ repository_id: idOf('repository'), throttled_at: null, url: this.#url },
      ...{ request: { headers, payload }, response: { headers: {}, payload: '' } },
    };
    this.#nextId += 1;
    this.#log.unshift(delivery);
    const sent = post({ url: this.#url, headers, body, patience: this.#options.patience }, delivery).finally(() =>
      this.#pending.delete(sent),
    );
    this.#pending.add(sent);
  }
}

interface Letter {
  readonly url: string;
  readonly headers: Record<string, string>;
  readonly body: string;
  readonly patience: number;
}

// Never rejects: what went wrong stands in the log, as on GitHub.
function post({ url, headers, body, patience }: Letter, delivery: Delivery): Promise<void> {
  const began = Date.now();
  return new Promise((resolve) => {
    const end = (status: string, code: number): void => {
      Object.assign(delivery, { status, status_code: code, duration: (Date.now() - began) / 1000 });
      resolve();
    };
    const length = String(Buffer.byteLength(body));
    const outgoing = send(
      url,
      { method: 'POST', headers: { ...headers, 'content-length': length }, agent: false },
      (answer) => {
        const chunks: Buffer[] = [];
        answer.on('data', (chunk: Buffer) => chunks.push(chunk));
        answer.on('end', () => {
          const code = answer.statusCode ?? 0;
          delivery.response = { headers: {}, payload: Buffer.concat(chunks).toString() };
          end(code < 400 ? 'OK' : `Invalid HTTP Response: ${code}`, code);
        });
      },
    );
    const timer = setTimeout(() => {
      outgoing.destroy();
      end('timed out', 504);
    }, patience);
    outgoing.on('close', () => clearTimeout(timer));
    outgoing.on('error', () => end('failed to connect to host', 502));
    outgoing.end(body);
  });
}
