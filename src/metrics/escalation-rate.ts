// For how many incidents somebody above was called.
import type { Metric } from './metric.ts';

export const escalationRate: Metric = {
  ...{ id: 'escalation-rate', name: 'Somebody above called', group: 'severity', unit: 'share', cohort: 'resolved' },
  formula: 'Of the resolved incidents: those for which a step of the escalation ladder was called.',
  leavesOut: ['incidents without `resolved`, or active again'],
  ...{ headline: false, better: null },
  find: () => ({ notMeasured: 'needs escalations on record' }),
};
