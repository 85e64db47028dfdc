// Whether the severity was right from the beginning.
import { findResolved } from './find-resolved.ts';
import type { Metric } from './metric.ts';

export const severityAccuracy: Metric = {
  ...{ id: 'severity-accuracy', name: 'Severity right at first', group: 'severity', unit: 'share', cohort: 'resolved' },
  formula: 'Of the resolved incidents: those whose level is the one that they were declared with.',
  leavesOut: [
    'incidents without `resolved`, or active again',
    'incidents without a severity',
    'levels that were only assumed, at first or still: they are counted apart',
  ],
  ...{ headline: true, better: 'higher' },
  find: ({ counted }) =>
    findResolved(counted, (line, at) => {
      const { severity } = line;
      if (severity === null) return [{ line, at, why: 'no severity' }];
      if (severity.assumed) return [{ line, at, why: 'severity only assumed' }];
      if (severity.firstAssumed) return [{ line, at, why: 'first severity only assumed' }];
      return [{ line, at, value: severity.first === severity.final, what: null }];
    }),
};
