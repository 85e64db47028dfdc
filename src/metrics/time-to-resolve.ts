// How long it took until it was over: from when it began.
import type { Duration } from './metric.ts';

export const timeToResolve: Duration = {
  id: 'time-to-resolve',
  name: 'Time to resolve',
  from: 'started',
  to: 'resolved',
  clock: 'wall',
  cohort: 'resolved',
  severities: 'all',
  headline: true,
};
