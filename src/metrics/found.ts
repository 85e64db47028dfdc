// What a metric found in the twelve weeks, week by week: looked for once, cut into windows as often as tables need it.
import type { Finding, LeftOut, Metric, Population, Sample } from './metric.ts';
import type { Period } from './period.ts';

/** A metric with what it found. */
export interface Found {
  readonly metric: Metric;
  /** Which facts the record does not hold yet; null: it was measured. */
  readonly notMeasured: string | null;
  /** One for each week, oldest first. */
  readonly weeks: readonly FoundWeek[];
}

export interface FoundWeek {
  readonly samples: readonly Sample[];
  readonly leftOut: readonly LeftOut[];
}

/** @param weeks one after another, oldest first; what lies outside them is left */
export function foundBy(metric: Metric, population: Population, weeks: readonly Period[]): Found {
  const finding: Finding = metric.find(population);
  const notMeasured = 'notMeasured' in finding ? finding.notMeasured : null;
  const samples = byWeek('samples' in finding ? finding.samples : [], weeks);
  const leftOut = byWeek('leftOut' in finding ? finding.leftOut : [], weeks);
  return {
    metric,
    notMeasured,
    weeks: weeks.map((_, index) => ({ samples: samples[index] ?? [], leftOut: leftOut[index] ?? [] })),
  };
}

/** All weeks as one window. */
export function together(weeks: readonly FoundWeek[]): FoundWeek {
  return { samples: weeks.flatMap(({ samples }) => samples), leftOut: weeks.flatMap(({ leftOut }) => leftOut) };
}

/** In which of the weeks an instant (ISO UTC) lies; -1: in none. */
export function placeOf(at: string, weeks: readonly Period[]): number {
  return weeks.findLastIndex(({ from, until }) => at >= from && at < until);
}

function byWeek<T extends { readonly at: string }>(
  all: readonly T[],
  weeks: readonly Period[],
): readonly (readonly T[])[] {
  const places: readonly T[][] = weeks.map(() => []);
  for (const one of all) places[placeOf(one.at, weeks)]?.push(one);
  return places;
}
