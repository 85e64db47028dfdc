// Whether post-mortems were finished by their time.
import type { IncidentLine } from '../lines/line.ts';
import type { Given } from './find-each.ts';
import { findResolved } from './find-resolved.ts';
import type { Metric } from './metric.ts';

export const postMortemTimeliness: Metric = {
  id: 'post-mortem-timeliness',
  ...{ name: 'Post-mortems in time', group: 'follow-up', unit: 'share', cohort: 'due' },
  formula: 'Of the post-mortems whose time is up: those that were merged, or said to be done (`/reviewed`), by then.',
  leavesOut: [
    'incidents without `resolved`, or active again',
    'incidents that need no post-mortem',
    'post-mortems that are not due yet, finished or not',
    'post-mortems without a time in their handbook',
    'finished ones of which nobody knows when',
  ],
  ...{ headline: false, better: 'higher' },
  find: ({ counted, asOf }) =>
    findResolved(
      counted.filter(({ postMortem }) => postMortem.required),
      (line, at) => inTime(line, at, asOf),
    ),
};

function inTime(line: IncidentLine, resolvedAt: string, asOf: string): readonly Given[] {
  const { dueAt, pull } = line.postMortem;
  const { reviewed } = line.milestones;
  if (dueAt === null) return [{ line, at: resolvedAt, why: 'no due time' }];
  if (dueAt >= asOf) return [];
  if (reviewed === null && pull !== null) return [{ line, at: dueAt, why: 'no `reviewed`' }];
  return [{ line, at: dueAt, value: reviewed !== null && reviewed.at <= dueAt, what: null }];
}
