// Whether the post-mortems that are owed have been finished.
import { findResolved } from './find-resolved.ts';
import type { Metric } from './metric.ts';
import { isReviewed } from './reviewed.ts';

export const postMortemCompletion: Metric = {
  id: 'post-mortem-completion',
  ...{ name: 'Post-mortems finished', group: 'follow-up', unit: 'share', cohort: 'resolved' },
  formula:
    'Of the resolved incidents that need a post-mortem: those whose post-mortem is merged, or said to be done (`/reviewed`), in time or not.',
  leavesOut: ['incidents without `resolved`, or active again', 'incidents that need no post-mortem'],
  ...{ headline: true, better: 'higher' },
  find: ({ counted }) =>
    findResolved(
      counted.filter(({ postMortem }) => postMortem.required),
      (line, at) => [{ line, at, value: isReviewed(line), what: null }],
    ),
};
