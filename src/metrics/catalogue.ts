// Everything that is measured, in the order in which the report tells it.
import { durationMetric } from './duration.ts';
import { durations } from './durations.ts';
import type { Metric } from './metric.ts';

export const metrics: readonly Metric[] = [...durations.map(durationMetric)];
