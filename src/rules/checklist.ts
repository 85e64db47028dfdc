// The checklist as a comment of its own.
import type { Rule } from './rule.ts';

/** From the first `resolved` on, the checklist stands as a comment of its own (decision 18), also when it is cancelled later: what was said decides. */
export const checklist: Rule = {
  name: 'checklist',
  does: 'At `resolved` the checklist is posted as a comment of its own.',
  expect(incident, handbook) {
    if (handbook.checklist.length === 0 || !incident.milestones.resolved) return [];
    return [{ expect: 'checklist' }];
  },
};
