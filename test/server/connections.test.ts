// Connections that only cost: thousands that send a byte a second, and as many as one can make that are gone at once.
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { loris, manyConnections } from './senders.ts';
import type { ServedApp } from './served-app.ts';
import { deliver, serveWarm } from './stage.ts';

let app: ServedApp;

beforeAll(async () => {
  app = await serveWarm();
});

afterAll(async () => {
  await app.end();
});

test('2,000 connections that send a byte a second: bounded memory, webhooks are taken, and each is ended', async () => {
  await app.growth();
  const slow = loris(app.port, 2000);
  const held: number[] = [];
  try {
    for (let second = 1; second <= 40 && (second < 12 || (held.at(-1) ?? 0) >= 20); second += 1) {
      await sleep(1000);
      expect(await deliver(app, second)).toBe(202);
      held.push(await app.sockets());
    }
  } finally {
    slow.end();
  }
  // A thousand and our own are held, until they had ten seconds and no more.
  expect(Math.max(...held)).toBeGreaterThan(900);
  expect(Math.max(...held)).toBeLessThan(1100);
  expect(held.at(-1)).toBeLessThan(20);
  expect(await app.growth()).toBeLessThanOrEqual(60);
});

// `npm run soak -- server` makes a million.
test('20,000 small connections leave nothing behind', async () => {
  await manyConnections(app.port, 5000, 200);
  const before = await app.live();
  await app.growth();
  await manyConnections(app.port, 20_000, 200);
  // Garbage is let lie until it is worth a collection.
  expect(await app.growth()).toBeLessThanOrEqual(200);
  expect((await app.live()) - before).toBeLessThanOrEqual(5);
  expect(await deliver(app, 1)).toBe(202);
});
