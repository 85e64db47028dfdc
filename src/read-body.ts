// Reads a request's body up to GitHub's own cap, and not a byte further.
import type { IncomingMessage } from 'node:http';
import type { BodyRoom } from './body-room.ts';

/** GitHub delivers nothing larger. */
const mostBytes = 25 * 1024 * 1024;

/** Why there is no body: it is over 25 MB; it had to make room for others; its sender went away. */
export type NoBody = 'too large' | 'crowded out' | 'cut off';

/**
 * The bytes of the body, in parts; unread when its length is told and over the cap, cut off when it grows over it.
 * @param room holds them while they come in, and no longer
 */
export function readBody(request: IncomingMessage, room: BodyRoom): Promise<readonly Buffer[] | NoBody> {
  if (Number(request.headers['content-length'] ?? 0) > mostBytes) return Promise.resolve('too large');
  return new Promise((resolve) => {
    let parts: Buffer[] = [];
    let size = 0;
    const place = room.enter(() => end('crowded out'));
    const take = (bytes: Buffer): void => {
      size += bytes.length;
      if (size > mostBytes) end('too large');
      else hold(bytes);
    };
    const hold = (bytes: Buffer): void => {
      parts.push(bytes);
      place.take(bytes.length);
    };
    const whole = (): void => end(parts);
    const gone = (): void => end('cut off');
    function end(how: readonly Buffer[] | NoBody): void {
      request.off('data', take).off('end', whole).off('close', gone);
      place.leave();
      parts = [];
      resolve(how);
    }
    // Also who goes away in the middle is an error of the stream, which nobody else hears.
    request.on('data', take).on('end', whole).on('close', gone).on('error', gone);
  });
}
