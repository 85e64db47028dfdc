// What we remember of an issue: the ledger of our card and its continuation comments, believed only when it is proved (decision 10).

import { bySaid, type Entry } from './entry.ts';
import type { Pinned } from './handbook-move-fact.ts';
import { interferences, lossOf } from './interference.ts';
import { decodeLedger, type Ledger } from './ledger.ts';
import { ownKey, ownRevisions } from './own-comment.ts';
import { same } from './person.ts';
import type { Remembered } from './remembered.ts';
import type { Seal } from './seal.ts';
import { type Comment, commentsOf } from './snapshot.ts';

export interface Memory {
  /** The card's comment; null when there is none (any more). */
  readonly card: Comment | null;
  /** Second cards of ours, to be removed once their entries are taken over. */
  readonly twins: readonly Comment[];
  /** The newest revision seen of the card's ledger; 0 when none could be believed. */
  readonly revision: number;
  readonly pinned: boolean;
  /** Continuation blocks that hold, by number from 1. */
  readonly records: readonly Ledger[];
  /** All entries, each once, in the order they were heard. */
  readonly entries: readonly Entry[];
  /** People who touched what only we write: entries to be recorded once. */
  readonly interferences: readonly Entry[];
  /** Until when the memory is lost (ISO): what was said up to then is rebuilt from the thread. Null: nothing is lost. */
  readonly lostUntil: string | null;
}

/**
 * Reads our memory from a look. Pure; believes nothing that the seal does not prove or that somebody else edited last.
 * @param seal null: the proof is not asked for (see `decodeLedger`)
 */
export function recall(snapshot: Remembered, seal: Seal | null): Memory {
  const ours = commentsOf(snapshot).filter((comment) => comment.mine);
  const [card = null, ...twins] = ours.filter((comment) => ownKey(comment, snapshot) === 'card');
  const believed = [card, ...twins].flatMap((comment) => (comment ? believe(comment, snapshot, seal) : []));
  const records = ours
    .filter((comment) => ownKey(comment, snapshot)?.startsWith('record:'))
    .flatMap((comment) => believe(comment, snapshot, seal));
  const entries = union([...records, ...believed].flatMap((ledger) => ledger.entries));
  const missing = records.length < Math.max(0, ...believed.map((ledger) => ledger.records));
  const lost = entries.length === 0 || missing ? lossOf(snapshot, missing ? null : card, missing) : null;
  return {
    card,
    twins,
    revision: Math.max(0, ...believed.map((ledger) => ledger.revision)),
    pinned: believed.some((ledger) => ledger.pinned),
    records,
    entries,
    interferences: interferences(snapshot, lost).filter(
      (entry) => !entries.some((known) => known.source === entry.source),
    ),
    // What was said before our last writing had been heard, whenever the block that held it went.
    lostUntil: missing ? (card?.editedAt ?? card?.at ?? null) : (lost?.at ?? null),
  };
}

/** The config blob and folder an incident is pinned to, by its last move or its declaration: undefined before it is declared. */
export function pinnedConfig(memory: Pick<Memory, 'entries'>): Pinned | undefined {
  const said = [...memory.entries].sort(bySaid).flatMap(({ fact }) => fact ?? []);
  const moved = said.findLast((fact) => fact.kind === 'handbook');
  return (moved ?? said.find((fact) => fact.kind === 'declared'))?.handbook;
}

/** The newest text of a comment that we ourselves wrote: its body when nobody edited it after us, else our last revision. */
function believe(comment: Comment, snapshot: Remembered, seal: Seal | null): readonly Ledger[] {
  const texts =
    comment.editedAt === null || same(comment.editor, snapshot.viewer)
      ? [comment.body]
      : ownRevisions(comment, snapshot);
  for (const text of texts) {
    const ledger = decodeLedger(text, wasMoved(comment, snapshot) ? null : snapshot.issue.id, seal);
    if (ledger) return [ledger];
  }
  return [];
}

/** The issue was transferred since we wrote the comment: its ids changed, so our card names the old one. */
function wasMoved(comment: Comment, snapshot: Remembered): boolean {
  const written = comment.editedAt ?? comment.at;
  return snapshot.thread.some((item) => item.kind === 'transferred' && item.at >= written);
}

function union(entries: readonly Entry[]): readonly Entry[] {
  return [...new Map(entries.map((entry) => [entry.source, entry] as const)).values()];
}
