// Where entries are kept: the newest in the card, older ones in sealed continuation comments once the card's text grows too
// long (decision 16).

import type { Entry } from './entry.ts';
import { encodedLength, type Ledger, longestBlock } from './ledger.ts';
import type { Memory } from './recall.ts';

export interface Shelves {
  /** What the card's ledger keeps, in the order it was heard. */
  readonly card: readonly Entry[];
  /** Every continuation block that should stand, numbered from 1; what is sealed is never written again. */
  readonly records: readonly Ledger[];
}

/** Sorts all entries onto shelves. `closed`: no further block can be made now, so the card keeps what it has. Sealed blocks stay as they are; only what the card can no longer hold makes a new one. */
export function shelve(memory: Memory, entries: readonly Entry[], closed = false): Shelves {
  const sealed = new Set(memory.records.flatMap((record) => record.entries.map((entry) => entry.source)));
  let card = entries.filter((entry) => !sealed.has(entry.source));
  const records = [...memory.records];
  while (!closed && card.length > 1 && encodedLength(card) > longestBlock) {
    const older = fitting(card.slice(0, Math.ceil(card.length / 2)));
    records.push({ block: nextBlock(records), revision: 1, records: 0, pinned: false, entries: older });
    card = card.slice(older.length);
  }
  return { card, records };
}

/** The number behind the highest one: a block that somebody deleted is not written over by another. */
function nextBlock(records: readonly Ledger[]): string {
  return `record:${1 + Math.max(0, ...records.map(numberOf))}`;
}

/** The number of a continuation block. */
export function numberOf({ block }: Pick<Ledger, 'block'>): number {
  return Number(block.split(':')[1] ?? 0);
}

/** The oldest of these entries that fit into one block. */
function fitting(entries: readonly Entry[]): readonly Entry[] {
  if (entries.length === 1 || encodedLength(entries) <= longestBlock) return entries;
  return fitting(entries.slice(0, Math.ceil(entries.length / 2)));
}
