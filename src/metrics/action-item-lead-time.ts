// How long what was promised after an incident took.
import type { IncidentLine, LineActionItem } from '../lines/line.ts';
import type { Given } from './find-each.ts';
import { findKept } from './find-kept.ts';
import type { Metric } from './metric.ts';
import { minutesFrom } from './minutes.ts';

export const actionItemLeadTime: Metric = {
  id: 'action-item-lead-time',
  ...{ name: 'Action item lead time', group: 'follow-up', unit: 'minutes', cohort: 'done' },
  formula: 'Minutes from when an action item was written down to when it was done, nights and weekends included.',
  leavesOut: [
    'items that are open or were dropped',
    'items that end before they begin',
    'done ones of which nobody knows when',
    'incidents without action items on record',
  ],
  ...{ headline: false, better: 'lower' },
  find: (population) =>
    findKept(population, 'actionItems', (items, line) => items.flatMap((item) => leadTime(item, line))),
};

function leadTime({ createdAt, endedAt, ended }: LineActionItem, line: IncidentLine): readonly Given[] {
  if (ended !== 'done') return [];
  if (endedAt === null) return [{ line, at: createdAt, why: 'no end time' }];
  const value = minutesFrom(createdAt, endedAt);
  if (value < 0) return [{ line, at: endedAt, why: 'ends before it begins' }];
  return [{ line, at: endedAt, value, what: null }];
}
