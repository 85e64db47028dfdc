// Whether what was promised after an incident was done by its time.
import type { IncidentLine, LineActionItem } from '../lines/line.ts';
import type { Given } from './find-each.ts';
import { findKept } from './find-kept.ts';
import type { Metric } from './metric.ts';

export const actionItemsOnTime: Metric = {
  id: 'action-items-on-time',
  ...{ name: 'Action items done in time', group: 'follow-up', unit: 'share', cohort: 'due' },
  formula: 'Of the action items whose time is up: those that were done by then.',
  leavesOut: [
    'items that are not due yet, done or not',
    'items that were dropped by their time',
    'items without a time',
    'done ones of which nobody knows when',
    'incidents without action items on record',
  ],
  ...{ headline: true, better: 'higher' },
  find: (population) =>
    findKept(population, 'actionItems', (items, line) => items.flatMap((item) => onTime(item, line, population.asOf))),
};

function onTime(
  { createdAt, dueAt, ended, endedAt }: LineActionItem,
  line: IncidentLine,
  asOf: string,
): readonly Given[] {
  if (dueAt === null) return [{ line, at: createdAt, why: 'no due time' }];
  if (dueAt >= asOf) return [];
  if (ended !== null && endedAt === null) return [{ line, at: dueAt, why: 'no end time' }];
  const inTime = endedAt !== null && endedAt <= dueAt;
  if (ended === 'dropped' && inTime) return [{ line, at: dueAt, why: 'dropped' }];
  return [{ line, at: dueAt, value: ended === 'done' && inTime, what: null }];
}
