// Our HTTP front: what Probot's server cannot do, a cut at 25 MB and a 401 before any work.
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { readBody, tooLarge } from './read-body.ts';

export interface WebhookEvent {
  readonly id: string;
  readonly name: string;
  readonly payload: Record<string, unknown>;
}

export interface FrontOptions {
  /** Whether a signature (`sha256=…`) belongs to a raw body. */
  readonly verify: (body: string, signature: string) => Promise<boolean>;
  /** Takes an event; it is not waited for. */
  readonly receive: (event: WebhookEvent) => void;
  /** What `/health` tells. */
  readonly health: () => Readonly<Record<string, unknown>>;
  /** Told when the front itself failed; never with what was in the request. */
  readonly failed: (error: unknown) => void;
}

interface Answer {
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>>;
}

const webhookPaths: ReadonlySet<string> = new Set(['/', '/api/github/webhooks']);

/** A server for webhooks and `/health`. It listens when the caller says so. */
export function createFront(options: FrontOptions): Server {
  const server = createServer((request, response) => {
    answer(request, options)
      .catch((error: unknown): Answer => {
        options.failed(error);
        return { status: 500, body: { error: 'The front failed' } };
      })
      .then((given) => send(request, response, given));
  });
  server.headersTimeout = 10_000;
  server.requestTimeout = 30_000;
  server.keepAliveTimeout = 15_000;
  return server;
}

async function answer(request: IncomingMessage, options: FrontOptions): Promise<Answer> {
  const path = (request.url ?? '/').split('?')[0] ?? '/';
  if (path === '/health' && request.method === 'GET') return { status: 200, body: options.health() };
  if (request.method === 'POST' && webhookPaths.has(path)) return webhook(request, options);
  return { status: 404, body: { error: 'There is nothing here' } };
}

async function webhook(request: IncomingMessage, { verify, receive }: FrontOptions): Promise<Answer> {
  const signature = headerOf(request, 'x-hub-signature-256');
  if (!signature?.startsWith('sha256=')) return { status: 401, body: { error: 'The signature is missing' } };
  const body = await readBody(request);
  if (body === tooLarge) return { status: 413, body: { error: 'The payload is over 25 MB' } };
  if (body === '' || !(await verify(body, signature)))
    return { status: 401, body: { error: 'The signature is wrong' } };
  const payload = parse(body);
  if (!payload) return { status: 400, body: { error: 'The payload is no JSON object' } };
  const name = headerOf(request, 'x-github-event');
  if (!name) return { status: 400, body: { error: 'The event has no name' } };
  if (!hasInstallation(payload)) return { status: 202, body: { ignored: 'no installation' } };
  receive({ id: headerOf(request, 'x-github-delivery') ?? '', name, payload });
  return { status: 202, body: { heard: name } };
}

function headerOf(request: IncomingMessage, name: string): string | undefined {
  const value = request.headers[name];
  return typeof value === 'string' ? value : undefined;
}

function parse(body: string): Record<string, unknown> | null {
  try {
    const payload: unknown = JSON.parse(body);
    return typeof payload === 'object' && payload !== null && !Array.isArray(payload)
      ? (payload as Record<string, unknown>)
      : null;
  } catch {
    return null;
  }
}

function hasInstallation({ installation }: Record<string, unknown>): boolean {
  return typeof (installation as { readonly id?: unknown } | null | undefined)?.id === 'number';
}

const lingerMilliseconds = 500;

/**
 * Where the body was not read to its end, what still comes is thrown away for a moment (a connection reset at once would take
 * the answer with it), then the connection ends.
 */
function send(request: IncomingMessage, response: ServerResponse, { status, body }: Answer): void {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(JSON.stringify(body));
  if (request.complete) return;
  setTimeout(() => {
    if (!request.complete) request.destroy();
  }, lingerMilliseconds).unref();
}
