// What the reading of many incidents gives and costs, on the sandbox in process.
import { beforeAll, expect, test } from '@jest/globals';
import { inProcess } from '../../sandbox/client.ts';
import type { Entry } from '../../src/core/entry.ts';
import { lineOf } from '../../src/lines/line-of.ts';
import { lookAt } from '../../src/look-at.ts';
import { newProcess } from '../scenario/new-process.ts';
import { cardedIncidents, engineEntries, engineIncident, reading, repo, smallWorld } from './ground.ts';

let entries: readonly Entry[];
beforeAll(async () => {
  entries = await engineEntries();
});

test('a line read by the page is the line of a whole look', async () => {
  const world = smallWorld();
  const numbers = [
    await engineIncident(world, 'Checkout is down'),
    await engineIncident(world, 'Mail is slow', ['/sev 3']),
  ];
  const { lines, repositories, failed } = await reading(world);
  expect(failed).toBeNull();
  const whole = await Promise.all(
    numbers.map(async (number) => {
      const look = await lookAt(inProcess(world, { kind: 'app' }), { ...repo, number }, world.now, newProcess());
      if (typeof look === 'string' || !look.plan.incident) throw new Error('no incident');
      const { issue } = look.snapshot;
      const labels = issue.labels.map(({ name }) => name);
      const head = { repository: 'acme/ops', ...issue, labels, closedAt: null };
      return lineOf(head, { incident: look.plan.incident, entries: look.plan.record.entries }, look.handbook);
    }),
  );
  expect(lines).toEqual(whole);
  expect(repositories).toEqual([{ name: 'acme/ops', incidents: 2, fromIssueOnly: 0, problem: null }]);
});

test.each([
  [30, 2, 2],
  [1000, 25, 60],
])('%i incidents cost at most %i requests and %i points', async (count, requests, points) => {
  const world = smallWorld();
  cardedIncidents(world, count, entries);
  const read = await reading(world);
  expect(read.failed).toBeNull();
  expect(new Set(read.lines.map(({ issue }) => issue)).size).toBe(count);
  expect(read.lines.every(({ source }) => source === 'card')).toBe(true);
  expect(read.count.graphql).toBeLessThanOrEqual(requests);
  expect(read.count.points).toBeLessThanOrEqual(points);
  expect(read.count.rest).toBe(0);
});
