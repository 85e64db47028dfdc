// The bench at its small size: its worlds are what they say, and what a reading costs stays within its bounds.

import { few } from '../bench/amounts.ts';
import { figures } from '../bench/catalogue.ts';
import { told } from '../bench/figure.ts';
import { figuresPart } from '../bench/page.ts';
import { usualWay } from '../bench/usual-way.ts';
import { ledgerKey, monday, worldOf } from '../bench/world.ts';
import { inProcess, noRequests } from '../sandbox/client.ts';
import { startSandbox } from '../sandbox/server.ts';
import type { World } from '../sandbox/world.ts';
import { sealWith } from '../src/core/seal.ts';
import { createServices } from '../src/footing.ts';
import { readIncidentLines } from '../src/incident-lines.ts';
import type { IncidentLine } from '../src/lines/line.ts';
import { readShipped } from '../src/shipped.ts';

/** Reads all incidents of a world as a workflow does; `again`: told that nothing changed. */
async function read(world: World, again = false) {
  const count = noRequests();
  const lines: IncidentLine[] = [];
  const services = createServices(readShipped(), sealWith(ledgerKey));
  const asked = { repositories: ['acme/ops'], since: null, home: 'acme/ops', label: 'incident-metrics' };
  const wires = {
    ...{ github: inProcess(world, { kind: 'user', login: 'ada' }, { count }), services, now: () => monday },
    ...{ wait: async () => {}, say: () => {}, progress: () => {}, repository: () => {}, look: () => !again },
  };
  for await (const line of readIncidentLines(asked, wires)) lines.push(line);
  return { lines, count };
}

test('thirty incidents are read in two requests, where the usual way takes 91; nothing new takes one', async () => {
  const world = await worldOf(few);
  const { lines, count } = await read(world);
  expect(lines).toHaveLength(30);
  expect(count.graphql + count.rest).toBeLessThanOrEqual(2);
  const again = await read(world, true);
  expect(again.count.graphql + again.count.rest).toBe(1);
  const sandbox = await startSandbox({ world, webhookSecret: 'bench', clock: 'still' });
  const rows = await usualWay({ url: sandbox.url, token: sandbox.token('ada') });
  await sandbox.close();
  expect(sandbox.requests.rest).toBe(91);
  expect(sandbox.requests.invalid).toEqual([]);
  expect(rows.map(({ number }) => number).sort()).toEqual(lines.map(({ issue }) => issue).sort());
});

test('the incidents of a bench are of every kind, each another one, and the same for the same seed', async () => {
  const world = await worldOf({ incidents: 100, days: 28 }, 3);
  const { lines } = await read(world);
  const some = (is: (line: IncidentLine) => boolean) => lines.filter(is).length;
  expect(new Set(lines.map(({ title }) => title)).size).toBe(100);
  expect(some(({ problem }) => problem !== null)).toBe(0);
  const kinds = {
    'from the issue only': some(({ source }) => source === 'issue'),
    resolved: some(({ milestones }) => milestones.resolved !== null),
    'not yet': some(({ milestones, source }) => source === 'card' && milestones.resolved === null),
    'without a start': some(({ milestones, source }) => source === 'card' && milestones.started === null),
    'came back': some(({ reopened }) => reopened > 0),
    corrected: some(({ interventions }) => interventions.some(({ what }) => what === 'corrected')),
    overridden: some(({ interventions }) => interventions.some(({ what }) => what === 'override')),
    'recorded afterwards': some(({ backfilled }) => backfilled),
    reviewed: some(({ milestones }) => milestones.reviewed !== null),
    duplicates: some(({ links }) => links.duplicate !== null),
    cancelled: some(({ closed }) => closed?.reason === 'not_planned'),
    'of another level in the end': some(({ severity }) => severity !== null && severity.first !== severity.final),
  };
  expect(Object.entries(kinds).filter(([, count]) => count === 0)).toEqual([]);
  const small = { incidents: 10, days: 7 };
  expect((await worldOf(small, 5)).dump()).toEqual((await worldOf(small, 5)).dump());
  expect((await worldOf(small, 6)).dump()).not.toEqual((await worldOf(small, 5)).dump());
});

test('a figure above its bound does not hold, and the page says so', () => {
  const measured = { figure: 'requests', value: 26, unit: 'requests', beside: { 'usual way': 3010 }, bound: 25 };
  expect([
    told(measured).holds,
    told({ ...measured, bound: 26 }).holds,
    told({ ...measured, bound: null }).holds,
  ]).toEqual([false, true, null]);
  const page = figuresPart([told(measured)], { date: '2026-03-09', minutes: 4.04, load: 0.25 });
  expect(page).toContain('| `requests` | 26 requests | usual way: 3,010 requests | ≤ 25 requests: **does not hold** |');
  expect(page).toContain('Measured on 2026-03-09');
  expect(page).toContain('a load of 0.3 by others when it began; all of it took 4 minutes');
});

test('figures have names of their own', () => {
  expect(new Set(figures.map(({ name }) => name)).size).toBe(figures.length);
});
