// How long it took to notice: from when it began.
import type { Duration } from './metric.ts';

export const timeToDetect: Duration = {
  id: 'time-to-detect',
  name: 'Time to detect',
  from: 'started',
  to: 'detected',
  clock: 'wall',
  cohort: 'resolved',
  severities: 'all',
  headline: true,
};
