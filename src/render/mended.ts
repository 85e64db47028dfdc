// Whether a refused line was mended by a later edit of the same comment: then its refusal folds to "done".

import type { Entry } from '../core/entry.ts';
import { same } from '../core/person.ts';
import type { Refusal } from '../core/refusal.ts';
import type { Fact } from '../core/timeline.ts';

/** Facts that answer a refusal; reasons that are not named here can be answered by any fact. */
const answeredBy: Readonly<Partial<Record<Refusal['reason'], readonly Fact['kind'][]>>> = {
  'unknown-role': ['role'],
  'unknown-severity': ['severity'],
  'same-severity': ['severity'],
  'unknown-status': ['status', 'milestone', 'update'],
  'illegal-move': ['status', 'milestone', 'update'],
  'unknown-item': ['ticked', 'called-task'],
  'unknown-task': ['task', 'task-ended'],
  gate: ['closed', 'wish'],
  'too-early': ['status', 'milestone', 'closed'],
};

/** Whether one of the other entries of the comment, said later by the same person, did what the refused one wanted. */
export function isMended(refused: Entry, others: readonly Entry[]): boolean {
  const { refusal, by: who } = refused;
  if (!refusal) return false;
  const kinds = answeredBy[refusal.reason];
  return others.some(
    ({ fact, saidAt, by }) =>
      fact !== undefined && same(by, who) && saidAt > refused.saidAt && (!kinds || kinds.includes(fact.kind)),
  );
}
