// A look that is older than the webhook which asked for it is followed by another one, soon and not for ever.
import { appIn, pacedWire } from '../../bench/app-in-time.ts';
import { bodyOf, stormStart, stormWorld } from '../../bench/storm.ts';
import { VirtualTime } from '../../bench/virtual-time.ts';
import { Faults } from '../../sandbox/faults.ts';
import { changeTold } from '../../src/change-told.ts';
import { Unshown } from '../../src/unshown.ts';

const home = { owner: 'acme', name: 'service-0' };

test('a command that GitHub does not show yet is heard within half a minute, without any sweep', async () => {
  const time = new VirtualTime(stormStart);
  const world = stormWorld(1);
  const faults = new Faults();
  const wire = pacedWire(world, time, faults);
  const { passes, hear } = appIn(world, time, wire.github);
  world.subscribe(hear);
  const ada = world.as('ada');
  ada.openIssue(home, { title: 'T', body: bodyOf('Sev-2') });
  await time.pass();
  time.after(500_000, () => {
    world.now = time.clock;
    faults.order({ kind: 'lags', seconds: 5 }, world);
  });
  time.after(600_000, () => {
    world.now = time.clock;
    ada.comment(home, 1, '/role commander');
  });
  await time.pass();
  const before = time.now();
  expect(before).toBeLessThanOrEqual(600_000 + 40_000);
  expect(
    world
      .repository('acme', 'service-0')
      ?.issues.get(1)
      ?.assignees.map(({ login }) => login),
  ).toEqual(['ada']);
  await passes.stop();
});

test('the newest change that was told is what counts; after four looks it is left to the sweep', () => {
  const unshown = new Unshown();
  expect(unshown.lookAgainIn('a/b#1', null)).toBeNull();
  unshown.tell('a/b#1', '2026-03-02T10:00:05Z');
  unshown.tell('a/b#1', '2026-03-02T10:00:03Z');
  const old = '2026-03-02T10:00:04Z';
  expect(Array.from({ length: 6 }, () => unshown.lookAgainIn('a/b#1', old))).toEqual([2, 4, 8, 16, null, null]);
  unshown.tell('a/b#1', '2026-03-02T10:00:05Z');
  expect(unshown.lookAgainIn('a/b#1', null)).toBe(2);
  expect(unshown.lookAgainIn('a/b#1', '2026-03-02T10:00:05Z')).toBeNull();
  expect(unshown.lookAgainIn('a/b#1', old)).toBeNull();
});

test.each<[string, unknown, string | null]>([
  ['a comment', { action: 'created', comment: {} }, '2026-03-02T10:00:05Z'],
  ['a deleted comment', { action: 'deleted', comment: {} }, '2026-03-02T10:00:05Z'],
  ['a deleted issue', { action: 'deleted' }, null],
  ['a transferred one', { action: 'transferred' }, null],
  ['no time', { action: 'created', issue: { number: 7, updated_at: 'soon' } }, null],
  ['another issue than the one that is looked at', { issue: { number: 8, updated_at: '2026-03-02T10:00:05Z' } }, null],
  ['nothing', { issue: null }, null],
])('what a payload tells: %s', (_, given, told) => {
  expect(changeTold({ issue: { number: 7, updated_at: '2026-03-02T10:00:05Z' }, ...(given as object) }, 7)).toBe(told);
});

test.each([null, 7, 'x', [], {}])('any payload is taken: %j', (given) => {
  expect(changeTold(given, 7)).toBeNull();
});
