// How often customers noticed it before we did.
import { findDeclared } from './find-declared.ts';
import type { Metric } from './metric.ts';

export const detectedByCustomers: Metric = {
  id: 'detected-by-customers',
  ...{ name: 'Noticed by customers', group: 'counts', unit: 'share', cohort: 'declared' },
  formula:
    'Of the incidents of which it is known who noticed them: those that customers noticed, in the handbook’s words for it.',
  leavesOut: ['incidents whose report does not tell, or not clearly'],
  ...{ headline: false, better: 'lower' },
  find: (population) =>
    findDeclared(population, (line, at) => {
      if (line.detected === null) return [{ line, at, why: 'not told how it was noticed' }];
      const { byCustomers } = line.detected;
      if (byCustomers === null) return [{ line, at, why: 'not clear whether customers noticed it' }];
      return [{ line, at, value: byCustomers, what: null }];
    }),
};
