// How many incidents had been there before.
import { findKept } from './find-kept.ts';
import type { Metric } from './metric.ts';
import { recurrencesOf } from './recurrence.ts';

export const recurrenceRate: Metric = {
  ...{ id: 'recurrence-rate', name: 'Recurrence rate', group: 'recurrence', unit: 'share', cohort: 'declared' },
  formula:
    'Of the incidents with a declared cause: those that share one (and so also those that share service and cause) with an ' +
    'earlier one that was declared or resolved at most 90 days before, or as long before as the handbook says. Linking two ' +
    'incidents as related makes none a recurrence.',
  leavesOut: ['incidents whose cause nobody has declared', 'incidents without causes on record'],
  ...{ headline: true, better: 'lower' },
  find: (population) => {
    const recurring = recurrencesOf(population);
    return findKept(population, 'causes', (causes, line) => {
      const at = line.milestones.declared?.at;
      if (at === undefined) return [];
      if (causes.every((cause) => cause.trim() === '')) return [{ line, at, why: 'no cause declared' }];
      return [{ line, at, value: recurring.has(line), what: null }];
    });
  },
};
