// A post office between GitHub and an App: it takes every webhook, and brings some never, some three times, some when it likes.
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { type Chance, shuffled } from '../scenario/chance.ts';

interface Letter {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

export interface PostOffice {
  readonly url: string;
  /** Brings all that was kept, in any order. */
  bringTheRest(): Promise<void>;
  /** How many were lost, and how often any was brought. */
  told(): { readonly lost: number; readonly brought: number };
  close(): Promise<void>;
}

/** @param chance null: it brings every webhook once and at once */
export async function openPostOffice(to: string, chance: Chance | null): Promise<PostOffice> {
  const kept: Letter[] = [];
  const underway = new Set<Promise<unknown>>();
  let lost = 0;
  let brought = 0;
  const bring = ({ headers, body }: Letter): void => {
    brought += 1;
    const sent = fetch(to, { method: 'POST', headers, body }).finally(() => underway.delete(sent));
    underway.add(sent);
  };
  const take = (letter: Letter): void => {
    if (chance && chance() < 0.3) {
      lost += 1;
      return;
    }
    const copies = chance && chance() < 0.3 ? 3 : 1;
    for (let count = 0; count < copies; count += 1) {
      if (chance && chance() < 0.5) kept.push(letter);
      else bring(letter);
    }
  };
  const server = createServer(async (request, response) => {
    const body = await buffer(request);
    take({ headers: ownOf(request.headers), body });
    response.writeHead(202).end();
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}${new URL(to).pathname}`,
    async bringTheRest() {
      for (const letter of shuffled(kept.splice(0), chance ?? (() => 0))) bring(letter);
      await Promise.all(underway);
    },
    told: () => ({ lost, brought }),
    async close() {
      await Promise.all(underway);
      server.close();
      server.closeAllConnections();
    },
  };
}

/** What GitHub says of a webhook beside its body. */
function ownOf(headers: IncomingHttpHeaders): Readonly<Record<string, string>> {
  const own = Object.entries(headers).filter(([name]) => name.startsWith('x-') || name === 'content-type');
  return Object.fromEntries(own.map(([name, value]) => [name, String(value)]));
}
