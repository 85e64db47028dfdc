import type { IncomingMessage, ServerResponse } from 'node:http';

/** The body of a request as JSON; an empty one is undefined. Throws on what is no JSON. */
export async function readJson(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const text = Buffer.concat(chunks).toString();
  return text === '' ? undefined : JSON.parse(text);
}

/** Sends an answer as JSON; 204 has no body. */
export function sendJson(
  response: ServerResponse,
  status: number,
  data: unknown,
  headers: Readonly<Record<string, string>> = {},
): void {
  const type = { 'content-type': 'application/json; charset=utf-8' };
  if (status === 204) response.writeHead(204, headers).end();
  else response.writeHead(status, { ...type, ...headers }).end(JSON.stringify(data));
}

/** @returns a value as an object to look into; what is none is empty. */
export function objectOf(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {};
}
