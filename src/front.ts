// Our HTTP front: what Probot's server cannot do, a cut at 25 MB and a 401 before any work.
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { BodyRoom } from './body-room.ts';
import { boundConnections } from './connections.ts';
import { type NoBody, readBody } from './read-body.ts';

export interface WebhookEvent {
  /** As its header says, which is not signed. */
  readonly name: string;
  readonly installation: number;
  readonly payload: Record<string, unknown>;
}

export interface FrontOptions {
  /** Whether a signature (`sha256=…`) belongs to a raw body. */
  readonly verify: (body: readonly Buffer[], signature: string) => boolean;
  /** Takes an event; what it sets off is not waited for. */
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

/** GitHub hangs up on whoever takes longer than ten seconds; an attacker need not have more. */
const patience = { headersTimeout: 10_000, requestTimeout: 10_000, connectionsCheckingInterval: 2000 };
const mostConnections = 1000;
const mebibyte = 2 ** 20;
/**
 * Room for one body of the greatest size, or for a small one on every connection. What we hear of holds three texts of 65,536
 * characters at most, and so stays under 1 MB.
 */
const bodies = { most: 26 * mebibyte, small: (26 * mebibyte) / mostConnections, large: mebibyte };

/** A server for webhooks and `/health`, bounded in memory whoever sends whatever. It listens when the caller says so. */
export function createFront(options: FrontOptions): Server {
  const room = new BodyRoom(bodies);
  const server = createServer({ ...patience, keepAliveTimeout: 15_000 }, (request, response) => {
    answer(request, room, options)
      .catch((error: unknown): Answer => {
        options.failed(error);
        return { status: 500, body: { error: 'The front failed' } };
      })
      .then((given) => send(request, response, server.listening ? given : stopping));
  });
  boundConnections(server, mostConnections);
  return server;
}

/** Who is told so by the server that listens no longer. What was to be heard is found by the next start. */
const stopping: Answer = { status: 503, body: { error: 'Sitrep is stopping' } };

async function answer(request: IncomingMessage, room: BodyRoom, options: FrontOptions): Promise<Answer> {
  const path = (request.url ?? '/').split('?')[0] ?? '/';
  if (path === '/health' && request.method === 'GET') return { status: 200, body: options.health() };
  if (request.method === 'POST' && webhookPaths.has(path)) return webhook(request, room, options);
  return { status: 404, body: { error: 'There is nothing here' } };
}

const bodiless: Readonly<Record<NoBody, Answer>> = {
  'too large': { status: 413, body: { error: 'The payload is over 25 MB' } },
  'crowded out': { status: 503, body: { error: 'Too much is being sent at once' } },
  'not signed': { status: 401, body: { error: 'The signature is wrong' } },
  'cut off': { status: 400, body: { error: 'The payload is not whole' } },
};

async function webhook(request: IncomingMessage, room: BodyRoom, options: FrontOptions): Promise<Answer> {
  const signature = headerOf(request, 'x-hub-signature-256');
  if (!signature?.startsWith('sha256=')) return { status: 401, body: { error: 'The signature is missing' } };
  const isSigned = (parts: readonly Buffer[]) => options.verify(parts, signature);
  const body = await readBody(request, { room, isSigned });
  if (typeof body === 'string') return bodiless[body];
  const payload = parse(body.text);
  if (!payload) return { status: 400, body: { error: 'The payload is no JSON object' } };
  const name = headerOf(request, 'x-github-event');
  if (!name) return { status: 400, body: { error: 'The event has no name' } };
  const installation = installationOf(payload);
  if (installation === null) return { status: 202, body: { ignored: 'no installation' } };
  options.receive({ name, installation, payload });
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

function installationOf({ installation }: Record<string, unknown>): number | null {
  const id = (installation as { readonly id?: unknown } | null | undefined)?.id;
  return typeof id === 'number' ? id : null;
}

const lingerMilliseconds = 500;
const mostDrained = 2 ** 18;

/**
 * Where the body was not read to its end, a little of what still comes is thrown away for a moment (a connection reset at once would
 * take the answer with it), then the connection ends.
 */
function send(request: IncomingMessage, response: ServerResponse, { status, body }: Answer): void {
  if (!request.complete) drain(request);
  const text = JSON.stringify(body);
  response.writeHead(status, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) });
  response.end(text);
}

function drain(request: IncomingMessage): void {
  let drained = 0;
  request.on('data', (bytes: Buffer) => {
    drained += bytes.length;
    if (drained > mostDrained) request.pause();
  });
  const timer = setTimeout(() => {
    if (!request.complete) request.destroy();
  }, lingerMilliseconds);
  request.once('close', () => clearTimeout(timer));
}
