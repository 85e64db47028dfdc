// Reads a request's body up to GitHub's own cap, and not a byte further; what nobody signed is never made whole.
import type { IncomingMessage } from 'node:http';
import type { BodyRoom } from './body-room.ts';

/** GitHub delivers nothing larger. */
const mostBytes = 25 * 1024 * 1024;

/** Why there is no body: it is over 25 MB; it had to make room for others; its sender went away; it is not GitHub's. */
export type NoBody = 'too large' | 'crowded out' | 'cut off' | 'not signed';

/** A body that is signed. */
export interface SignedBody {
  readonly text: string;
}

export interface BodyReading {
  /** Keeps what comes in, and no longer than that. */
  readonly room: BodyRoom;
  /** Whether the bytes are GitHub's. */
  readonly isSigned: (parts: readonly Buffer[]) => boolean;
}

/** The body as text; unread when its length is told and over the cap, cut off when it grows over it. */
export function readBody(request: IncomingMessage, { room, isSigned }: BodyReading): Promise<SignedBody | NoBody> {
  if (Number(request.headers['content-length'] ?? 0) > mostBytes) return Promise.resolve('too large');
  return new Promise((resolve) => {
    let size = 0;
    const place = room.enter(() => end('crowded out'));
    const take = (bytes: Buffer): void => {
      size += bytes.length;
      if (size > mostBytes) end('too large');
      else place.take(bytes);
    };
    const whole = (): void => {
      const parts = place.parts();
      end(isSigned(parts) ? { text: Buffer.concat(parts).toString('utf8') } : 'not signed');
    };
    const gone = (): void => end('cut off');
    function end(how: SignedBody | NoBody): void {
      request.off('data', take).off('end', whole).off('close', gone);
      place.leave();
      resolve(how);
    }
    // Also who goes away in the middle is an error of the stream, which nobody else hears.
    request.on('data', take).on('end', whole).on('close', gone).on('error', gone);
  });
}
