// How long people suffered from it: from when it began to when the worst was over.
import type { Duration } from './metric.ts';

export const timeToMitigate: Duration = {
  id: 'time-to-mitigate',
  name: 'Time to mitigate',
  from: 'started',
  to: 'mitigated',
  clock: 'wall',
  cohort: 'resolved',
  severities: 'all',
  headline: true,
};
