// Started before more open incidents than the hour has points to look at: what comes by itself is known from their records, and comes in time.
import { expect, test } from '@jest/globals';
import { appIn, pacedWire } from '../../bench/app-in-time.ts';
import { bodyOf } from '../../bench/storm.ts';
import { VirtualTime } from '../../bench/virtual-time.ts';
import { Faults } from '../../sandbox/faults.ts';
import { World } from '../../sandbox/world.ts';

const where = { owner: 'acme', name: 'ops' } as const;
const minute = 60_000;
const incidents = 60;
/** The least urgent, and written to longest ago: the last in line. */
const wished = [1, 2, 3];

const config = '.github/sitrep.yml';

/** Open incidents with their cards; of some somebody said too early that they are resolved: half an hour after 10:05 that is so. */
const world = () =>
  worldOf('statuses: {monitoring: {minimum: 30m}}\n', async (made, time) => {
    for (const number of wished) made.as('ada').comment(where, number, '/mitigated at 10:05');
    await until(made, time, 6 * minute);
    for (const number of wished) made.as('ada').comment(where, number, '/resolved');
  });

/** The same, and what is said on those that are the last in line. */
async function worldOf(text: string, say: (made: World, time: VirtualTime) => Promise<void> = async () => {}) {
  const time = new VirtualTime('2026-03-02T10:00:00Z');
  const made = new World({ now: time.clock });
  made.createRepository('acme', 'ops', { files: { [config]: text } });
  made.setPermission(where, 'ada', 'maintain');
  const { passes, hear } = appIn(made, time, pacedWire(made, time).github);
  const deaf = made.subscribe((event) => {
    made.now = time.clock;
    hear(event);
  });
  const open = (severity: string) => made.as('ada').openIssue(where, { title: 'Outage', body: bodyOf(severity) });
  for (const _ of wished) open('Sev-4');
  await until(made, time, 5 * minute);
  await say(made, time);
  await until(made, time, 8 * minute);
  for (let count = wished.length; count < incidents; count += 1) open('Sev-3');
  await until(made, time, 20 * minute);
  deaf();
  void passes.stop();
  return { made, time };
}

async function until(made: World, time: VirtualTime, end: number): Promise<void> {
  time.after(end - time.now(), () => {});
  await time.pass(end);
  made.now = time.clock;
}

/** A fresh process in an hour that has points for about fifteen looks. */
function startedAgain(made: World, time: VirtualTime) {
  made.now = time.clock;
  const faults = new Faults();
  faults.order({ kind: 'leaves points', count: 2200 }, made);
  const wire = pacedWire(made, time, faults);
  const { passes, sweep } = appIn(made, time, wire.github);
  void sweep(true);
  const looked = () =>
    Array.from({ length: incidents }, (_, place) => place + 1).filter((number) => passes.looked({ ...where, number }));
  return { passes, looked, wire };
}

const resolved = (made: World): readonly number[] => labelled(made, 'status: resolved');

const labelled = (made: World, label: string): readonly number[] =>
  [...(made.repository('acme', 'ops')?.issues.values() ?? [])]
    .filter(({ labels }) => labels.some(({ name }) => name === label))
    .map(({ number }) => number);

test('what comes due later in the hour comes at its moment, though there are no points to look at all of them', async () => {
  const { made, time } = await world();
  expect(resolved(made)).toEqual([]);
  const { passes, looked, wire } = startedAgain(made, time);
  await until(made, time, 34 * minute + 59_000);
  expect([resolved(made), looked().filter((number) => wished.includes(number))]).toEqual([[], []]);
  expect(looked().length).toBeLessThan(incidents / 2);
  await until(made, time, 35 * minute + 10_000);
  expect(resolved(made)).toEqual(wished);
  expect(looked()).toEqual(expect.arrayContaining(wished));
  // Sixty cards are two requests.
  expect(wire.told().requests.points).toBeLessThanOrEqual(250);
  void passes.stop();
});

test('what came due while nobody ran is looked at before what only waits, however urgent that is', async () => {
  const { made, time } = await world();
  await until(made, time, 45 * minute);
  const { passes, looked } = startedAgain(made, time);
  await until(made, time, 46 * minute);
  expect(resolved(made)).toEqual(wished);
  expect(looked().length).toBeLessThan(incidents / 2);
  void passes.stop();
});

const promising = (response: string): string => `clocks: {response: {within: {sev-4: ${response}}}}\n`;
const breached = (made: World): readonly number[] => labelled(made, 'clock: breached');

test('each goes by the handbook that it began with, though by now another one holds, which gives it more time', async () => {
  const { made, time } = await worldOf(promising('35m'));
  made.as('ada').push(where, { [config]: promising('5h') });
  const { passes, looked } = startedAgain(made, time);
  await until(made, time, 34 * minute);
  expect([breached(made), looked().filter((number) => wished.includes(number))]).toEqual([[], []]);
  await until(made, time, 36 * minute);
  expect(breached(made)).toEqual(wished);
  expect(looked().length).toBeLessThan(incidents / 2);
  void passes.stop();
});

test('nor is one looked at before its turn because a stricter handbook holds by now', async () => {
  const { made, time } = await worldOf(promising('5h'));
  made.as('ada').push(where, { [config]: promising('5m') });
  const { passes, looked } = startedAgain(made, time);
  await until(made, time, 36 * minute);
  expect(looked().length).toBeGreaterThan(0);
  expect([breached(made), looked().filter((number) => wished.includes(number))]).toEqual([[], []]);
  void passes.stop();
});
