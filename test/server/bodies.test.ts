// Bodies that nobody signed: eight of 64 MB at once cost next to no memory, and a webhook beside them is taken.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type Announced, sendBody } from './senders.ts';
import type { ServedApp } from './served-app.ts';
import { deliver, serveWarm } from './stage.ts';

let app: ServedApp;

beforeAll(async () => {
  app = await serveWarm();
});

afterAll(async () => {
  await app.end();
});

test.each<[Announced, readonly number[]]>([
  ['unsigned', [401]],
  ['length', [413]],
  ['chunked', [413, 503]],
])('8 × 64 MB, %s: at most 60 MB more', async (announced, answers) => {
  await app.growth();
  const sent = Array.from({ length: 8 }, () => sendBody(app.port, announced, 64));
  const heard = await Promise.all(Array.from({ length: 20 }, (_, index) => deliver(app, index + 1)));
  const statuses = await Promise.all(sent);
  const growth = await app.growth();
  // Who goes on sending after the answer may lose it: TCP throws it away with the connection.
  const answered = statuses.filter((status) => status !== null);
  expect(answered.filter((status) => !answers.includes(status))).toEqual([]);
  expect(answered.length).toBeGreaterThanOrEqual(4);
  expect(new Set(heard)).toEqual(new Set([202]));
  expect(growth).toBeLessThanOrEqual(60);
});
