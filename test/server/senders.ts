// Who sends to a server what no honest client does: bodies without end, bytes one at a time, connections by the thousand.
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { setImmediate as immediate } from 'node:timers/promises';

const mebibyte = Buffer.alloc(2 ** 20, 0x20);

/** How a body is announced. */
export type Announced = 'unsigned' | 'length' | 'chunked';

const head = (announced: Announced, megabytes: number): string =>
  [
    ...['POST / HTTP/1.1', 'Host: x', 'X-GitHub-Event: issues'],
    ...(announced === 'unsigned' ? [] : [`X-Hub-Signature-256: sha256=${'0'.repeat(64)}`]),
    announced === 'length' ? `Content-Length: ${megabytes * 2 ** 20}` : 'Transfer-Encoding: chunked',
    ...['', ''],
  ].join('\r\n');

/**
 * Sends a body of so many MB, as quickly as it is taken, until the connection ends.
 * @returns the status of the answer; null: there was none
 */
export async function sendBody(port: number, announced: Announced, megabytes: number): Promise<number | null> {
  const socket = quiet(port);
  let answer = '';
  socket.on('data', (data) => {
    answer += data.toString();
  });
  socket.write(head(announced, megabytes));
  for (let sent = 0; sent < megabytes && !socket.destroyed; sent += 1) {
    if (announced !== 'length') socket.write(`${mebibyte.length.toString(16)}\r\n`);
    const goesOn = socket.write(announced === 'length' ? mebibyte : Buffer.concat([mebibyte, Buffer.from('\r\n')]));
    if (!goesOn) await drained(socket);
    // What has come is read before more is sent: a write that fails takes with it what nobody has read.
    await immediate();
  }
  if (!socket.destroyed) await once(socket, 'close').catch(() => {});
  const [, status] = /^HTTP\/1\.1 (\d{3}) /.exec(answer) ?? [];
  return status === undefined ? null : Number(status);
}

/** Until more can be sent, or the connection has ended. */
export async function drained(socket: Socket): Promise<void> {
  const over = new AbortController();
  const { signal } = over;
  await Promise.race([once(socket, 'drain', { signal }), once(socket, 'close', { signal })]).catch(() => {});
  over.abort();
}

/** A connection whose errors are nobody's. @param from which of this machine's own addresses */
export function quiet(port: number, from = '127.0.0.1'): Socket {
  const socket = connect({ port, host: '127.0.0.1', localAddress: from });
  socket.on('error', () => {});
  return socket;
}

/** What a connection that takes its time sends first; then it sends `byte` once a second. */
const slow: readonly { readonly first: string; readonly byte: string }[] = [
  { first: '', byte: '' },
  { first: 'POST / HTTP/1.1\r\nHost: x\r\nX-Slow: ', byte: 'a' },
  { first: `${head('length', 1)}{`, byte: ' ' },
  { first: head('chunked', 0), byte: '1\r\n \r\n' },
];

export interface Loris {
  end(): void;
}

/** So many connections at once, each sending a byte a second for as long as it is let. */
export function loris(port: number, connections: number): Loris {
  const sockets = Array.from({ length: connections }, (_, index) => {
    const socket = quiet(port);
    socket.resume().write(slow[index % slow.length]!.first);
    return socket;
  });
  const beat = setInterval(() => {
    for (const [index, socket] of sockets.entries())
      if (!socket.destroyed) socket.write(slow[index % slow.length]!.byte);
  }, 1000);
  return {
    end() {
      clearInterval(beat);
      for (const socket of sockets) socket.destroy();
    },
  };
}

const small: readonly string[] = [
  '',
  'GET /health HTTP/1.1\r\nHost: x\r\n\r\n',
  'POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\n\r\n{}',
  `${head('length', 1)}{"half of`,
  'nothing that HTTP knows\r\n\r\n',
  'GET /health HTTP/1.1\r\nHos',
];

/** So many connections, one after the other in so many rows: each sends a little, hears what is said at once, and is gone. */
export async function manyConnections(port: number, connections: number, rows: number): Promise<void> {
  let begun = 0;
  const row = async (): Promise<void> => {
    while (begun < connections) {
      begun += 1;
      // One address has 28,000 ports, and a port rests after its connection.
      await oneConnection(port, `127.0.0.${2 + (begun % 100)}`, small[begun % small.length]!);
    }
  };
  await Promise.all(Array.from({ length: rows }, row));
}

function oneConnection(port: number, from: string, words: string): Promise<void> {
  const socket = quiet(port, from);
  return new Promise((resolve) => {
    const go = (): void => void socket.resetAndDestroy();
    socket.once('close', () => resolve());
    socket.once('data', go);
    socket.once('connect', () => {
      if (words === '') return go();
      socket.write(words, () => {
        // Half of a request is not answered.
        if (!words.endsWith('\r\n\r\n') && !words.endsWith('{}')) go();
      });
    });
  });
}
