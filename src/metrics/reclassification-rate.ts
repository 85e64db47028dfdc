// How often a severity was changed after it had been said.
import { findResolved } from './find-resolved.ts';
import { levelsSaid } from './levels-said.ts';
import type { Metric } from './metric.ts';

export const reclassificationRate: Metric = {
  ...{ id: 'reclassification-rate', name: 'Severity changed', group: 'severity', unit: 'share', cohort: 'resolved' },
  formula:
    'Of the resolved incidents: those whose level was changed at least once after somebody had said it, even if it was changed ' +
    'back. Saying the same level again is no change.',
  leavesOut: [
    'incidents without `resolved`, or active again',
    'incidents without a severity',
    'incidents whose level nobody has said',
  ],
  ...{ headline: false, better: 'lower' },
  find: ({ counted }) =>
    findResolved(counted, (line, at) => {
      if (line.severity === null) return [{ line, at, why: 'no severity' }];
      const levels = levelsSaid(line);
      if (levels.length === 0) return [{ line, at, why: 'severity only assumed' }];
      return [{ line, at, value: levels.some((level) => level !== levels[0]), what: null }];
    }),
};
