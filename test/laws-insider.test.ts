// The law of the insider: whatever somebody with write access does to a thread, the honest record is what it is without him.
import { jest } from '@jest/globals';
import { playMany } from './insider/many.ts';

jest.setTimeout(3_600_000);
const seed = Number(process.env.LAWS_SEED ?? 2026);
/** Histories; a hundred times as many: `npm run soak -- insider`. */
const times = 1000 * Number(process.env.LAWS_TIMES ?? 1);

test('an insider edits, deletes, hides, labels, renames, closes and pushes: nothing forged, no clock stopped, each act named', async () => {
  const outcomes = await playMany({ seed, times, steps: 200 });
  expect(outcomes).toHaveLength(times);
  // In most of them he deletes the card as well: a law of undisturbed memories alone would say little.
  expect(outcomes.filter(({ losses }) => losses > 0).length).toBeGreaterThan(times / 4);
  const broken = outcomes.filter((outcome) => outcome.broken !== null);
  expect(broken.slice(0, 3)).toEqual([]);
});
