// The loop guard: three times by ourselves, always again for people, and what GitHub refused does not count.
import { expect, test } from '@jest/globals';
import type { Effect } from '../../src/core/effect.ts';
import { emptyLoopGuard, guarded, noteWrites } from '../../src/loop-guard.ts';

const reopen: Effect = { kind: 'reopen' };
const at = (minute: number, acts: readonly string[] = []) => ({
  issue: 'I_1',
  now: new Date(Date.UTC(2026, 2, 2, 10, minute)).toISOString(),
  acts: new Set(acts),
});

test('the fourth time waits until the first is ten minutes old; other effects and issues do not', () => {
  const guard = emptyLoopGuard();
  for (const minute of [0, 1, 2]) noteWrites(guard, [reopen], at(minute));
  const label: Effect = { kind: 'add-labels', names: ['incident'] };
  const held = guarded(guard, [reopen, label], at(4));
  expect(held).toEqual({ allowed: [label], repeated: [reopen], againInSeconds: 360 });
  expect(guarded(guard, [reopen], { ...at(4), issue: 'I_2' }).allowed).toEqual([reopen]);
  expect(guarded(guard, [reopen], at(10))).toEqual({ allowed: [reopen], repeated: [], againInSeconds: null });
});

test('what a person did since begins the count anew; the same doing seen again does not', () => {
  const guard = emptyLoopGuard();
  for (const minute of [0, 1, 2]) noteWrites(guard, [reopen], at(minute, ['a']));
  expect(guarded(guard, [reopen], at(3, ['a'])).repeated).toEqual([reopen]);
  expect(guarded(guard, [reopen], at(3, ['a', 'b'])).allowed).toEqual([reopen]);
  for (const minute of [3, 4, 5]) noteWrites(guard, [reopen], at(minute, ['a', 'b']));
  expect(guarded(guard, [reopen], at(6, ['a', 'b']))).toMatchObject({ repeated: [reopen], againInSeconds: 420 });
});

test("a program behind a person's account does not keep us busy for ever", () => {
  const guard = emptyLoopGuard();
  for (let time = 0; time < 30; time += 1) noteWrites(guard, [reopen], at(time % 9, [`act ${time}`]));
  expect(guarded(guard, [reopen], at(9, ['another'])).repeated).toEqual([reopen]);
});
