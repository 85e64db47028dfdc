// How often an incident turned out worse than it was declared.
import { findResolved } from './find-resolved.ts';
import type { Metric } from './metric.ts';

export const severityEscalationRate: Metric = {
  id: 'severity-escalation-rate',
  ...{ name: 'Severity raised', group: 'severity', unit: 'share', cohort: 'resolved' },
  formula: 'Of the resolved incidents: those that were more severe at some time than they were declared.',
  leavesOut: [
    'incidents without `resolved`, or active again',
    'incidents without a severity',
    'incidents whose first level was only assumed',
  ],
  ...{ headline: false, better: 'lower' },
  find: ({ counted }) =>
    findResolved(counted, (line, at) => {
      const { severity } = line;
      if (severity === null) return [{ line, at, why: 'no severity' }];
      if (severity.firstAssumed) return [{ line, at, why: 'first severity only assumed' }];
      return [{ line, at, value: severity.peakRank < severity.firstRank, what: null }];
    }),
};
