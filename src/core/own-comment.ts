// Which of our comments is which, even after somebody edited the key away.
import type { CommentKey } from './effect.ts';
import { keyOf } from './marker.ts';
import { same } from './person.ts';
import { type Comment, commentsOf, type Snapshot } from './snapshot.ts';

/**
 * The key of a comment of ours: in our own last revision of it, so that nobody who may edit makes one of our comments another; in its
 * body where nobody edited it, or none of ours is shown. Null for other people's, whatever they write.
 */
export function ownKey(comment: Comment, snapshot: Pick<Snapshot, 'viewer'>): CommentKey | null {
  if (!comment.mine) return null;
  const written = ownRevisions(comment, snapshot).flatMap((body) => keyOf(body) ?? []);
  return written[0] ?? keyOf(comment.body);
}

/** Our comment of that key, the oldest one where there are two. */
export function ownComment(snapshot: Snapshot, key: CommentKey): Comment | undefined {
  return commentsOf(snapshot).find((comment) => ownKey(comment, snapshot) === key);
}

/** What we ourselves wrote into a comment, newest first; empty when it was never edited. */
export function ownRevisions(comment: Comment, snapshot: Pick<Snapshot, 'viewer'>): readonly string[] {
  return comment.revisions
    .filter((revision) => same(revision.by, snapshot.viewer))
    .map((revision) => revision.body)
    .reverse();
}
