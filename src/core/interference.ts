// Who touched what only we write: our comments edited by others, or deleted.
import { type Entry, shortHash } from './entry.ts';
import { holdsCardLedger } from './ledger.ts';
import { ownKey } from './own-comment.ts';
import { same } from './person.ts';
import type { Remembered } from './remembered.ts';
import { type Comment, commentsOf, type Revision } from './snapshot.ts';
import type { Touched } from './timeline.ts';

type Act = { readonly by: Entry['by']; readonly at: string };

/** How our memory was lost: by the deletion of our card (its event's id), by an edit of it, or by another key of ours (no id). */
export interface Loss extends Act {
  readonly id: string | null;
  readonly what: Touched | 'another-key';
}

/**
 * How the memory was lost, or null. Asked only when no ledger could be believed. A card that already stands anew does not unmake
 * its loss. @param record whether it is a continuation of the card's record that is missing
 */
export function lossOf(snapshot: Remembered, card: Comment | null, record: boolean): Loss | null {
  if (card?.editedAt && !same(card.editor, snapshot.viewer)) {
    return { id: null, by: card.editor, at: card.editedAt, what: 'card-edited' };
  }
  // Written by us and touched by nobody: the key was another one then.
  if (card && !record && holdsCardLedger(card.body)) {
    return { id: null, by: null, at: card.editedAt ?? card.at, what: 'another-key' };
  }
  const gone = deletions(snapshot).at(-1);
  return gone ? { id: gone.id, by: gone.by, at: gone.at, what: record ? 'record-deleted' : 'card-deleted' } : null;
}

/** Every edit and deletion of a comment of ours by others as an entry, in the order of the thread. Drafts are theirs to edit. */
export function interferences(snapshot: Remembered, lost: Loss | null): readonly Entry[] {
  const edits = commentsOf(snapshot).flatMap((comment) => editsOf(comment, snapshot));
  const deleted = deletions(snapshot).map((event) =>
    interference(`event:${shortHash(event.id)}`, event, lostBy(event.id, lost) ?? 'comment-deleted'),
  );
  return [...edits, ...deleted];
}

function lostBy(event: string, lost: Loss | null): Touched | null {
  return lost?.id === event && lost.what !== 'another-key' ? lost.what : null;
}

function editsOf(comment: Comment, snapshot: Remembered): readonly Entry[] {
  const key = ownKey(comment, snapshot);
  if (key === null || key.startsWith('draft:')) return [];
  const what = key === 'card' ? 'card-edited' : 'words-edited';
  return comment.revisions.flatMap((revision, number) => {
    const before = comment.revisions[number - 1];
    if (same(revision.by, snapshot.viewer) || (key === 'checklist' && onlyTicks(before, revision))) return [];
    return [interference(`edit:${shortHash(revision.id)}`, revision, what)];
  });
}

/** Ticking a box is what the checklist is for. */
function onlyTicks(before: Revision | undefined, { body }: Revision): boolean {
  return before !== undefined && unticked(before.body) === unticked(body);
}

function unticked(body: string): string {
  return body.replaceAll('\r\n', '\n').replaceAll(/^(\s*(?:[-+*]|\d{1,9}[.)])\s+)\[[xX]\]/gm, '$1[ ]');
}

/** Deletions of our comments by others than us: GitHub tells whose comment it was, not which. */
function deletions({ thread, viewer }: Remembered) {
  return thread
    .filter((item) => item.kind === 'comment-deleted')
    .filter(({ author, by }) => same(author, viewer) && !same(by, viewer));
}

function interference(source: string, { by, at }: Act, what: Touched): Entry {
  return { source, by, saidAt: at, order: 0, fact: { kind: 'interference', what } };
}
