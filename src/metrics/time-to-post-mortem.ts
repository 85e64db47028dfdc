// How long it took until its post-mortem was merged: from when it was resolved.
import type { Duration } from './metric.ts';

export const timeToPostMortem: Duration = {
  id: 'time-to-post-mortem',
  name: 'Time to post-mortem',
  from: 'resolved',
  to: 'reviewed',
  clock: 'wall',
  cohort: 'reviewed',
  severities: 'all',
  headline: false,
};
