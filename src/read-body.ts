// Reads a request's body up to GitHub's own cap, and not a byte further.
import type { IncomingMessage } from 'node:http';

/** GitHub delivers nothing larger. */
const mostBytes = 25 * 1024 * 1024;

/** The body is over 25 MB. */
export const tooLarge = Symbol('too large');

/** The whole body as text; unread when its length is told and over the cap, cut off when it grows over it. */
export async function readBody(request: IncomingMessage): Promise<string | typeof tooLarge> {
  if (Number(request.headers['content-length'] ?? 0) > mostBytes) return tooLarge;
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of request.iterator({ destroyOnReturn: false })) {
    const bytes = part as Buffer;
    size += bytes.length;
    if (size > mostBytes) return tooLarge;
    parts.push(bytes);
  }
  return Buffer.concat(parts).toString('utf8');
}
