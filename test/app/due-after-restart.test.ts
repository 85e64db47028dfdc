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

/** Open incidents with their cards; of some somebody said too early that they are resolved: half an hour after 10:05 that is so. */
async function world() {
  const time = new VirtualTime('2026-03-02T10:00:00Z');
  const made = new World({ now: time.clock });
  made.createRepository('acme', 'ops', { files: { '.github/sitrep.yml': 'statuses: {monitoring: {minimum: 30m}}\n' } });
  made.setPermission(where, 'ada', 'maintain');
  const { passes, hear } = appIn(made, time, pacedWire(made, time).github);
  const deaf = made.subscribe((event) => {
    made.now = time.clock;
    hear(event);
  });
  const open = (severity: string) => made.as('ada').openIssue(where, { title: 'Outage', body: bodyOf(severity) });
  for (const _ of wished) open('Sev-4');
  await until(made, time, 5 * minute);
  for (const number of wished) made.as('ada').comment(where, number, '/mitigated at 10:05');
  await until(made, time, 6 * minute);
  for (const number of wished) made.as('ada').comment(where, number, '/resolved');
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

const resolved = (made: World): readonly number[] =>
  [...(made.repository('acme', 'ops')?.issues.values() ?? [])]
    .filter(({ labels }) => labels.some(({ name }) => name === 'status: resolved'))
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
  // Sixty cards are three requests.
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
