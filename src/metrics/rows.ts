// The first table: every metric in this period, the one before and the twelve weeks.
import type { Milestone } from '../core/milestone.ts';
import { cellOf, figureOf, minutesOf } from './cell.ts';
import { durationFormula, startOf } from './duration.ts';
import { durations } from './durations.ts';
import { type Found, type FoundWeek, together } from './found.ts';
import type { Metric } from './metric.ts';
import type { Period } from './period.ts';
import type { Cell, MetricHead, MetricRow, Trend } from './report.ts';
import { trendOf } from './trend.ts';

const nothing: FoundWeek = { samples: [], leftOut: [] };

/** @param period the last of the weeks, whose id is the seed of the bootstrap @param starts as in Population */
export function rowOf(found: Found, period: Period, starts: Readonly<Record<string, Milestone>>): MetricRow {
  const { metric, notMeasured, weeks } = found;
  const [now, before] = [weeks.at(-1) ?? nothing, weeks.at(-2) ?? nothing];
  return {
    metric: headOf(metric, starts),
    period: windowCell(found, now),
    previous: windowCell(found, before),
    rolling: windowCell(found, together(weeks)),
    weekly: weeks.map(({ samples }) => (notMeasured === null ? figureOf(metric.unit, samples) : null)),
    trend: trendBetween(found, now, before, `${period.id} ${metric.id}`),
  };
}

/** What a metric comes to in a window. */
export function windowCell({ metric, notMeasured }: Found, { samples, leftOut }: FoundWeek): Cell {
  return notMeasured === null ? cellOf(metric.unit, samples, leftOut) : { kind: 'not-measured', why: notMeasured };
}

function trendBetween({ metric, notMeasured }: Found, now: FoundWeek, before: FoundWeek, seed: string): Trend {
  if (metric.unit !== 'minutes' || notMeasured !== null) return { kind: 'none' };
  return trendOf(minutesOf(now.samples), minutesOf(before.samples), seed);
}

function headOf({ find: _, ...head }: Metric, starts: Readonly<Record<string, Milestone>>): MetricHead {
  const duration = durations.find(({ id }) => id === head.id);
  if (!duration) return { ...head, from: null, to: null };
  const from = startOf(duration, starts);
  return { ...head, formula: durationFormula(duration, from), from, to: duration.to };
}
