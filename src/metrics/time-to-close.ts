// How long it stayed open: from when it was made an incident to the closed issue.
import type { Duration } from './metric.ts';

export const timeToClose: Duration = {
  id: 'time-to-close',
  name: 'Time to close',
  from: 'declared',
  to: 'closed',
  clock: 'wall',
  cohort: 'closed',
  severities: 'all',
  headline: false,
};
