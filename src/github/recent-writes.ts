// What this process wrote a moment ago, so that a look that does not show it yet is known as stale.
import { keyOf } from '../core/marker.ts';
import { same } from '../core/person.ts';
import { commentsOf, type Snapshot } from '../core/snapshot.ts';
import { minutesBetween } from '../time/time.ts';

/** What one document wrote. */
export interface Write {
  readonly at: string;
  readonly comments: readonly string[];
  readonly pulls: readonly string[];
  readonly issues: readonly string[];
  /** The card's body as last written; null: not written in this pass. */
  readonly card: string | null;
  /** GitHub did not say what of it was done. */
  readonly unknown?: boolean;
}

/** Newest writes by the issue's node id; the caller owns the map. */
export type RecentWrites = Map<string, readonly Write[]>;

const minutesKept = 1;
/** So long after the beginning of a pass a look may not show what it wrote: looks lag by seconds, and an answer may take some. */
const unsureMilliseconds = 8000;

/** Whether a look may still not show what was written then. @param at when that pass began, as `now` ISO */
export function mayBeUnshown(at: string, now: string): boolean {
  return Math.abs(Date.parse(at) - Date.parse(now)) < unsureMilliseconds;
}

/** Remembers a pass's writes. @param now ISO */
export function remember(writes: RecentWrites, issue: string, write: Omit<Write, 'at'>, now: string): void {
  writes.set(issue, [...fresh(writes, issue, now), { ...write, at: now }]);
}

/**
 * Whether a look is older than what we wrote within the last minute (GitHub reads may lag behind writes). To plan on it would
 * say things twice. After a write of which nobody knows whether it was done no look is believed for some seconds. What somebody deleted meanwhile is told by its event, what they edited by its editor: not stale.
 */
export function isStale(snapshot: Snapshot, writes: RecentWrites, now: string): boolean {
  const recent = fresh(writes, snapshot.issue.id, now);
  if (recent.length === 0) return false;
  if (recent.some((write) => write.unknown && mayBeUnshown(write.at, now))) return true;
  const shown = new Set([...snapshot.thread.map(({ id }) => id), ...snapshot.pulls.map(({ id }) => id)]);
  const opened = new Set(snapshot.opened.map(({ id }) => id));
  const deletions = snapshot.thread.filter(
    (item) => item.kind === 'comment-deleted' && item.at >= recent[0]!.at,
  ).length;
  const comments = recent.flatMap((write) => write.comments).filter((id) => !shown.has(id));
  if (comments.length > deletions) return true;
  if (recent.some((write) => write.pulls.some((id) => !shown.has(id)))) return true;
  if (recent.some((write) => write.issues.some((id) => !opened.has(id)))) return true;
  const card = recent.findLast((write) => write.card !== null)?.card;
  return card ? showsOlderCard(snapshot, card) : false;
}

function showsOlderCard(snapshot: Snapshot, written: string): boolean {
  const card = commentsOf(snapshot).find((comment) => comment.mine && keyOf(comment.body) === 'card');
  if (!card || (card.editor && !same(card.editor, snapshot.viewer))) return false;
  return card.body.trimEnd() !== written.trimEnd();
}

function fresh(writes: RecentWrites, issue: string, now: string): readonly Write[] {
  return (writes.get(issue) ?? []).filter((write) => Math.abs(minutesBetween(write.at, now)) < minutesKept);
}
