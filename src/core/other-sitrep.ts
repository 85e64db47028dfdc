// Another Sitrep's record of this incident: another App keeps it, or kept it before us.
import type { Entry } from './entry.ts';
import { holdsCardLedger } from './ledger.ts';
import { keyOf } from './marker.ts';
import { ownKey } from './own-comment.ts';
import { type Person, same } from './person.ts';
import { type Memory, recall } from './recall.ts';
import type { Remembered } from './remembered.ts';
import { type Comment, commentsOf } from './snapshot.ts';

/** Who keeps the incident instead of us, and what their record says. Nothing in it is proved: see {@link otherSitrep}. */
export interface OtherSitrep {
  readonly by: Person;
  /** In the order they were heard. */
  readonly entries: readonly Entry[];
}

/** The comment that tells of it, and who may take over. */
export const otherSitrepKey = 'other-sitrep';

/**
 * The record of another bot that was here before us; null where we have one of our own, or left any trace before its card (what
 * echoes us comes later), and for a card that a person wrote, that is of another issue, or that declares nothing. As its author wrote
 * it, whoever edited it since; without asking for its proof, so nothing may be done by it until somebody takes it over.
 */
export function otherSitrep(snapshot: Remembered, memory: Pick<Memory, 'entries'>): OtherSitrep | null {
  if (memory.entries.length > 0) return null;
  const card = commentsOf(snapshot).find((comment) => comment.by?.bot && !comment.mine && isCard(comment, comment.by));
  if (!card?.by || wereBefore(card, snapshot)) return null;
  const { by } = card;
  const { entries } = recall(seenBy(by, snapshot), null);
  return entries.some(({ fact }) => fact?.kind === 'declared') ? { by, entries } : null;
}

/** What was seen, as somebody else sees it: what they wrote is theirs, and nothing else. */
export function seenBy<Seen extends Remembered>(viewer: Person, seen: Seen): Seen {
  const thread = seen.thread.map((item) => (item.kind === 'comment' ? { ...item, mine: same(item.by, viewer) } : item));
  return { ...seen, viewer, thread };
}

function isCard({ body, revisions }: Comment, by: Person): boolean {
  const written = [body, ...revisions.filter((revision) => same(revision.by, by)).map((revision) => revision.body)];
  return written.some((text) => keyOf(text) === 'card' && holdsCardLedger(text));
}

/** Whether anything here is of ours that is no younger than that card. */
function wereBefore({ at }: Comment, snapshot: Remembered): boolean {
  return snapshot.thread.some((item) => {
    if (item.at > at) return false;
    return item.kind === 'comment'
      ? item.mine && ownKey(item, snapshot) !== otherSitrepKey
      : same(item.by, snapshot.viewer);
  });
}
