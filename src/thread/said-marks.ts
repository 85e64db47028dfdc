// What people said with a click in a comment: a box ticked in our checklist, a 🚀 on somebody's words.

import { shortHash } from '../core/entry.ts';
import type { Handbook } from '../core/handbook.ts';
import { keyOf } from '../core/marker.ts';
import type { Comment, Snapshot } from '../core/snapshot.ts';
import { changedItems } from './checklist.ts';
import { mayCommand } from './said-commands.ts';
import type { Utterance } from './utterance.ts';

/** One utterance for each box that somebody else than we changed in an edit of our checklist, said by that editor (decision 18). */
export function saidTicks(snapshot: Snapshot, handbook: Handbook): readonly Utterance[] {
  return snapshot.thread.flatMap((item, index) => {
    if (item.kind !== 'comment' || !isChecklist(item)) return [];
    return item.revisions.flatMap((revision, number) => {
      const before = item.revisions[number - 1];
      if (!before || revision.by?.id === snapshot.viewer.id) return [];
      return changedItems(before.body, revision.body, handbook.checklist).map((change, place) => ({
        kind: 'tick' as const,
        source: `edit:${shortHash(revision.id)}:${change.item}`,
        by: revision.by,
        at: revision.at,
        order: index * 1_000 + place,
        ...change,
      }));
    });
  });
}

/** The 🚀 of people (not ours, not of bots nobody invited) on comments that are not ours: each takes a comment as a note. */
export function saidRockets(snapshot: Snapshot, handbook: Handbook): readonly Utterance[] {
  return snapshot.thread.flatMap((item, index) => {
    if (item.kind !== 'comment' || item.mine || item.minimised) return [];
    return item.reactions
      .filter(({ content, by }) => content === 'ROCKET' && by?.id !== snapshot.viewer.id && mayCommand(by, handbook))
      .map(({ id, by, at }) => ({
        kind: 'rocket' as const,
        source: `reaction:${shortHash(id)}`,
        by,
        at,
        order: index * 1_000 + 999,
        comment: item,
      }));
  });
}

/** An edit may have torn off the marker: what we wrote first still tells. */
function isChecklist(comment: Comment): boolean {
  if (!comment.mine) return false;
  return [comment.body, comment.revisions[0]?.body ?? ''].some((body) => keyOf(body) === 'checklist');
}
