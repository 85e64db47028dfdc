// What could not be said while the conversation was locked: kept with the entries that caused it, and said when it is unlocked.
import type { Effect } from './effect.ts';
import type { Entry, Source } from './entry.ts';
import type { Memory } from './recall.ts';
import type { IncidentRecord } from './record.ts';
import type { Issue } from './snapshot.ts';

/** Our memory without that mark, and whose words are owed now; nobody's while it is locked. Sealed blocks never change. */
export function withOwed(
  memory: Memory,
  { locked }: Pick<Issue, 'locked'>,
): {
  readonly memory: Memory;
  readonly owed: ReadonlySet<Source>;
} {
  if (locked) return { memory, owed: new Set() };
  const sealed = new Set(memory.records.flatMap(({ entries }) => entries.map(({ source }) => source)));
  const isOwed = ({ unsaid, source }: Entry): boolean => unsaid === true && !sealed.has(source);
  const owed = new Set(memory.entries.filter(isOwed).map(({ source }) => source));
  const entries = memory.entries.map((entry) => (owed.has(entry.source) ? said(entry) : entry));
  return { memory: { ...memory, entries }, owed };
}

/** The record with what is owed in it; while it is locked, what is new is marked as unsaid. */
export function owing(
  record: IncidentRecord,
  owed: ReadonlySet<Source>,
  { locked }: Pick<Issue, 'locked'>,
): IncidentRecord {
  if (!locked) return owed.size > 0 ? { ...record, owed } : record;
  const entries = record.entries.map((entry) =>
    record.fresh.has(entry.source) ? { ...entry, unsaid: true as const } : entry,
  );
  return { ...record, entries };
}

/** An entry without the mark. */
export function said({ unsaid: _, ...entry }: Entry): Entry {
  return entry;
}

/**
 * What GitHub takes of an app while the conversation is locked: no comment and no reaction. Where there is no card yet none can be
 * made, so nothing can be heard.
 */
export function possible(
  effects: readonly Effect[],
  { locked }: Pick<Issue, 'locked'>,
  { card }: Pick<Memory, 'card'>,
): readonly Effect[] {
  if (!locked) return effects;
  return effects.filter(({ kind }) => {
    if (kind === 'create-comment' || kind === 'add-reaction' || kind === 'remove-reaction') return false;
    return card !== null || (kind !== 'write-card' && kind !== 'pin-comment');
  });
}
