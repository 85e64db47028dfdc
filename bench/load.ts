// Webhooks as many as one likes, from a few kept connections: as quickly as they are answered, or so many a second.
import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { connect, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

interface Examples {
  readonly name: string;
  readonly examples: readonly Record<string, unknown>[];
}

/** GitHub's own example of a comment, on so many issues, as it comes over the wire. */
export function signedComments(count: number, secret: string, installation: number): readonly Buffer[] {
  const published = createRequire(import.meta.url)('@octokit/webhooks-examples') as { default?: readonly Examples[] };
  const all = published.default ?? (published as unknown as readonly Examples[]);
  const example = all.find(({ name }) => name === 'issue_comment')?.examples.find(({ action }) => action === 'created');
  if (!example) throw new Error('GitHub publishes no example of a comment any more');
  return Array.from({ length: count }, (_, index) => {
    const issue = { ...(example.issue as object), number: index + 1 };
    return overTheWire(JSON.stringify({ ...example, issue, installation: { id: installation } }), secret);
  });
}

function overTheWire(body: string, secret: string): Buffer {
  const head = [
    ...['POST /api/github/webhooks HTTP/1.1', 'Host: bench', 'Content-Type: application/json'],
    ...['X-GitHub-Event: issue_comment', 'X-GitHub-Delivery: 72d3162e-cc78-11e3-81ab-4c9367dc0958'],
    `X-Hub-Signature-256: sha256=${createHmac('sha256', secret).update(body).digest('hex')}`,
    `Content-Length: ${Buffer.byteLength(body)}`,
  ];
  return Buffer.from(`${head.join('\r\n')}\r\n\r\n${body}`);
}

/** A kept connection: one request at a time. */
class Line {
  readonly #socket: Socket;
  #answered: () => void = () => {};

  constructor(socket: Socket) {
    this.#socket = socket;
    socket.on('data', (data) => {
      const status = data.toString('latin1', 0, 12);
      if (!/^HTTP\/1\.1 20[02]$/.test(status)) throw new Error(`A webhook was answered by ${status}`);
      this.#answered();
    });
  }

  static async open(port: number): Promise<Line> {
    const socket = connect(port, '127.0.0.1');
    await once(socket, 'connect');
    return new Line(socket.setNoDelay(true));
  }

  send(request: Buffer): Promise<void> {
    return new Promise((resolve) => {
      this.#answered = resolve;
      this.#socket.write(request);
    });
  }

  close(): void {
    this.#socket.destroy();
  }
}

/** As quickly as they are answered. @returns how many were, in so many seconds */
export async function asQuicklyAsTaken(port: number, requests: readonly Buffer[], seconds: number): Promise<number> {
  const lines = await Promise.all(Array.from({ length: 32 }, () => Line.open(port)));
  const end = performance.now() + seconds * 1000;
  let answered = 0;
  await Promise.all(
    lines.map(async (line) => {
      while (performance.now() < end) {
        await line.send(requests[answered % requests.length]!);
        answered += 1;
      }
      line.close();
    }),
  );
  return answered;
}

/** So many a second, whatever becomes of those before. @returns the milliseconds that each took, from when it was due */
export async function steadily(
  port: number,
  requests: readonly Buffer[],
  { perSecond, seconds }: { readonly perSecond: number; readonly seconds: number },
): Promise<readonly number[]> {
  const free = await Promise.all(Array.from({ length: 64 }, () => Line.open(port)));
  const all = [...free];
  const began = performance.now();
  const took: number[] = [];
  const pending = new Set<Promise<void>>();
  for (let sent = 0; sent < perSecond * seconds; ) {
    const due = began + (sent * 1000) / perSecond;
    const line = performance.now() >= due ? free.pop() : undefined;
    if (!line) {
      await sleep(1);
      continue;
    }
    const one = line.send(requests[sent % requests.length]!).then(() => {
      took.push(performance.now() - due);
      free.push(line);
      pending.delete(one);
    });
    pending.add(one);
    sent += 1;
  }
  await Promise.all(pending);
  for (const line of all) line.close();
  return took;
}

/** The value below which so large a share of them lies. */
export function quantile(values: readonly number[], share: number): number {
  return values.toSorted((one, other) => one - other)[Math.ceil(values.length * share) - 1] ?? Number.NaN;
}
