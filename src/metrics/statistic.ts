// What is said of many durations: the values themselves of a few, else median, 90th percentile and, last, the mean.
import { mean, medianSorted, quantileSorted } from 'simple-statistics';
import type { DurationCell, LeftOutCounts } from './report.ts';

/** From so many on there is a median and a percentile; of fewer they would be about single incidents. */
export const enough = 5;

/**
 * @param values minutes, in any order
 * The median of an even number is the mean of the middle two. Quantiles are interpolated between neighbours at `(n - 1) × p`
 * (type 7 of Hyndman and Fan, as NumPy and spreadsheets do by default).
 */
export function durationCell(values: readonly number[], leftOut: LeftOutCounts): DurationCell {
  const sorted = values.toSorted(byValue);
  const n = sorted.length;
  if (n < enough) return { kind: 'duration', n, leftOut, values: sorted, median: null, p90: null, mean: null };
  return { kind: 'duration', n, leftOut, values: [], ...spread(sorted), mean: mean(sorted) };
}

/** Median and 90th percentile, however few there are. @param sorted minutes, shortest first, at least one */
export function spread(sorted: readonly number[]): { readonly median: number; readonly p90: number } {
  return { median: medianSorted([...sorted]), p90: quantileSorted([...sorted], 0.9) };
}

export function byValue(one: number, other: number): number {
  return one - other;
}
