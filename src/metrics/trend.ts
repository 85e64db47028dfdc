// Whether a median changed, or only its few incidents did: a bootstrap interval of the difference.
import { quantileSorted } from 'simple-statistics';
import type { Trend } from './report.ts';
import { seeded } from './seeded.ts';
import { byValue, enough } from './statistic.ts';

/** Resamples where there are few values; with many there are fewer, so that the work stays bounded. */
export const most = 2000;
export const fewest = 400;
export const drawsAtMost = 4_000_000;

/**
 * The percentile bootstrap (Efron): both weeks are drawn anew with replacement, and the 2.5th and 97.5th percentile of the
 * differences of their medians are the interval. Covers it zero, nothing is known to have changed.
 * @param now, before: minutes, in any order @param seed the same seed, the same interval
 */
export function trendOf(now: readonly number[], before: readonly number[], seed: string): Trend {
  if (now.length < enough || before.length < enough) return { kind: 'too-few' };
  const chance = seeded(seed);
  const times = Math.max(fewest, Math.min(most, Math.floor(drawsAtMost / (now.length + before.length))));
  const [drawNow, drawBefore] = [medianDrawer(now, chance), medianDrawer(before, chance)];
  const differences = Array.from({ length: times }, () => drawNow() - drawBefore()).sort(byValue);
  const [low, high] = [quantileSorted(differences, 0.025), quantileSorted(differences, 0.975)];
  return { kind: low > 0 ? 'longer' : high < 0 ? 'shorter' : 'unclear', low, high };
}

/** Draws medians of resamples. How often each value was drawn is counted, so that nothing needs to be sorted again. */
function medianDrawer(values: readonly number[], chance: () => number): () => number {
  const sorted = Float64Array.from(values).sort();
  const n = sorted.length;
  const counts = new Uint32Array(n);
  return () => {
    counts.fill(0);
    for (let draw = 0; draw < n; draw += 1) {
      const place = Math.floor(chance() * n);
      counts[place] = (counts[place] ?? 0) + 1;
    }
    return (ranked(sorted, counts, Math.floor((n - 1) / 2)) + ranked(sorted, counts, Math.floor(n / 2))) / 2;
  };
}

/** The value at a rank (from 0) of what was drawn. */
function ranked(sorted: Float64Array, counts: Uint32Array, rank: number): number {
  let place = -1;
  for (let passed = 0; passed <= rank; ) {
    place += 1;
    passed += counts[place] ?? 0;
  }
  return sorted[place] ?? Number.NaN;
}
