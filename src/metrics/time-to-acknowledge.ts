// How long it took until somebody took it up: from when it was noticed.
import type { Duration } from './metric.ts';

export const timeToAcknowledge: Duration = {
  id: 'time-to-acknowledge',
  name: 'Time to acknowledge',
  from: 'detected',
  to: 'acknowledged',
  clock: 'wall',
  cohort: 'resolved',
  severities: 'all',
  headline: true,
};
