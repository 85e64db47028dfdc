// What the samples of some window come to: one cell of a table.
import type { LeftOut, Metric, Sample } from './metric.ts';
import type { Cell, CountCell, LeftOutCounts } from './report.ts';
import { byValue, durationCell, spread } from './statistic.ts';

export type Unit = Metric['unit'];

/** @param samples, leftOut: those of the window, and nothing else */
export function cellOf(unit: Unit, samples: readonly Sample[], leftOut: readonly LeftOut[]): Cell {
  const left = mostFirst(leftOut.map(({ why }) => why)).map(({ what, count }) => ({ why: what, count }));
  if (unit === 'minutes') return durationCell(minutesOf(samples), left);
  return unit === 'share' ? shareCell(samples, left) : countCell(samples, left);
}

/** One figure of a window: median, share (0–1) or count; null: nothing to measure. */
export function figureOf(unit: Unit, samples: readonly Sample[]): number | null {
  if (unit === 'count') return countCell(samples, []).n;
  if (samples.length === 0) return null;
  return unit === 'share' ? yesOf(samples) / samples.length : spread(minutesOf(samples).toSorted(byValue)).median;
}

export function minutesOf(samples: readonly Sample[]): readonly number[] {
  return samples.map(({ value }) => Number(value));
}

function shareCell(samples: readonly Sample[], leftOut: LeftOutCounts): Cell {
  const named = Map.groupBy(samples, ({ what }) => what);
  const by = [...named].flatMap(([what, own]) => (what === null ? [] : [{ what, n: own.length, yes: yesOf(own) }]));
  const sorted = by.toSorted((one, other) => (one.what < other.what ? -1 : 1));
  return { kind: 'share', n: samples.length, yes: yesOf(samples), leftOut, by: sorted };
}

/** An incident that is in two categories counts in both, and once in all. */
function countCell(samples: readonly Sample[], leftOut: LeftOutCounts): CountCell {
  const n = new Set(samples.map(({ line }) => line)).size;
  return { kind: 'count', n, leftOut, by: mostFirst(samples.flatMap(({ what }) => (what === null ? [] : [what]))) };
}

function yesOf(samples: readonly Sample[]): number {
  return samples.filter(({ value }) => value === true).length;
}

/** Each different word with how often it stands there, most first, then by the alphabet. */
function mostFirst(words: readonly string[]): readonly { readonly what: string; readonly count: number }[] {
  return [...Map.groupBy(words, (word) => word)]
    .map(([what, all]) => ({ what, count: all.length }))
    .sort((one, other) => other.count - one.count || (one.what < other.what ? -1 : 1));
}
