// The App as a process of its own among strangers: a million small connections, bodies nobody signed, thousands that send a byte a second.
import { setTimeout as sleep } from 'node:timers/promises';
import { type Announced, loris, manyConnections, sendBody } from '../server/senders.ts';
import type { ServedApp } from '../server/served-app.ts';
import { deliver, serveWarm } from '../server/stage.ts';
import type { Soak } from './frame.ts';

const ways: readonly Announced[] = ['unsigned', 'length', 'chunked'];
const mostMegabytes = 60;
/** Garbage is let lie until it is worth a collection. */
const mostGarbage = 250;
const mostLeft = 5;

/** So many small connections. */
export const soak: Soak = {
  name: 'server',
  times: 1_000_000,
  async run({ times, say }) {
    const app = await serveWarm();
    try {
      for (const way of ways) await bodies(app, way, say);
      await slowly(app, say);
      await small(app, times, say);
    } finally {
      await app.end();
    }
  },
};

type Say = (line: string) => void;

async function bodies(app: ServedApp, way: Announced, say: Say): Promise<void> {
  await app.growth();
  const sent = Promise.all(Array.from({ length: 8 }, () => sendBody(app.port, way, 64)));
  if ((await deliver(app, 1)) !== 202) throw new Error('a webhook was not taken beside the bodies');
  await sent;
  bounded(`8 × 64 MB, ${way}`, await app.growth(), mostMegabytes, say);
}

async function slowly(app: ServedApp, say: Say): Promise<void> {
  await app.growth();
  const slow = loris(app.port, 5000);
  try {
    for (let second = 1; second <= 30; second += 1) {
      await sleep(1000);
      if ((await deliver(app, second)) !== 202) throw new Error('a webhook was not taken beside the slow');
    }
  } finally {
    slow.end();
  }
  bounded('5,000 connections, a byte a second', await app.growth(), mostMegabytes, say);
}

async function small(app: ServedApp, times: number, say: Say): Promise<void> {
  await manyConnections(app.port, Math.min(times, 5000), 200);
  const before = await app.live();
  await app.growth();
  const began = performance.now();
  await manyConnections(app.port, times, 200);
  const minutes = (performance.now() - began) / 60_000;
  say(`${times} small connections, ${Math.round(times / minutes)} a minute`);
  bounded('of them in memory', await app.growth(), mostGarbage, say);
  bounded('of them when garbage was collected', (await app.live()) - before, mostLeft, say);
}

function bounded(what: string, megabytes: number, most: number, say: Say): void {
  say(`${what}: ${megabytes.toFixed(1)} MB more`);
  if (megabytes > most) throw new Error(`${what}: ${megabytes.toFixed(1)} MB more, and it may be ${most}`);
}
