// How often an incident that was thought to be over came back.
import { findEach } from './find-each.ts';
import type { Metric } from './metric.ts';
import { overAt } from './over.ts';

export const reopenRate: Metric = {
  ...{ id: 'reopen-rate', name: 'Reopened', group: 'counts', unit: 'share', cohort: 'resolved' },
  formula:
    'Of the incidents that were resolved: those that came back after they had been mitigated, resolved or closed, even if they ' +
    'are active again now. Each counts in the week of its last `resolved`.',
  leavesOut: ['incidents without `resolved`'],
  ...{ headline: false, better: 'lower' },
  find: ({ counted }) =>
    findEach(counted, (line) => {
      const at = line.milestones.resolved?.at;
      if (at !== undefined) return [{ line, at, value: line.reopened > 0, what: null }];
      const over = overAt(line);
      return over === null ? [] : [{ line, at: over, why: 'no `resolved`' }];
    }),
};
