// A port of this machine that nobody listens on just now, nor comes to by chance before we do.
import { randomInt } from 'node:crypto';
import { createServer } from 'node:net';

/** Below those that Linux, macOS and Windows give to whoever asks for any port, and to every connection that goes out. */
const first = 20_000;
const behindLast = 32_000;
const mostTries = 100;

/** @throws when there is none */
export async function freePort(): Promise<number> {
  for (let tries = 0; tries < mostTries; tries += 1) {
    const port = randomInt(first, behindLast);
    if (await isFree(port)) return port;
  }
  throw new Error('There is no free port on this machine.');
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)));
  });
}
