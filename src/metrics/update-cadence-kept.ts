// Whether the next word came when it was due.
import { findEach } from './find-each.ts';
import type { Metric } from './metric.ts';

export const updateCadenceKept: Metric = {
  ...{ id: 'update-cadence-kept', name: 'Update cadence kept', group: 'promises', unit: 'share', cohort: 'due' },
  formula: 'Of all next words that were due while an incident lasted: those that came by then.',
  leavesOut: ['words that are not due yet', 'incidents that were recorded afterwards: nobody waited for their words'],
  ...{ headline: true, better: 'higher' },
  find: ({ counted, asOf }) =>
    findEach(counted, (line) =>
      line.cadence
        .filter(({ dueAt }) => dueAt < asOf)
        .map(({ audience, dueAt, givenAt }) => ({
          ...{ line, at: dueAt, value: givenAt !== null && givenAt <= dueAt, what: audience },
        })),
    ),
};
