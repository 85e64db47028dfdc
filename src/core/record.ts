// The record: everything heard so far, what of it is new in this pass, and the incident it makes.
import type { Composed } from './composing.ts';
import { bySaid, type Entry, type Source } from './entry.ts';
import type { Handbook } from './handbook.ts';
import type { Incident } from './incident.ts';
import { replay } from './replay.ts';

export interface IncidentRecord {
  /** Accepted and refused, in the order they were said. */
  readonly entries: readonly Entry[];
  /** Sources heard in this pass: only these may cause something that is said or opened once (decision 6). */
  readonly fresh: ReadonlySet<Source>;
  /** The texts of drafts heard in this pass, by number: the ledger keeps only their hash. */
  readonly composed: ReadonlyMap<number, Composed>;
  /** What was said after a move to another handbook waits for the next look: it is judged by that one. */
  readonly waits?: true;
  /** Some of what was said was not judged, and will be. */
  readonly partly?: true;
  /** Heard while the conversation was locked, and to be answered now. */
  readonly owed?: ReadonlySet<Source>;
  /** Nothing is said because of these, new or not: a private matter stood in public when they were heard, or later. */
  readonly silent?: ReadonlySet<Source>;
}

/** Whether an entry may cause something that is said or opened once. */
export function maySpeak(record: IncidentRecord, entry: Entry): boolean {
  return isUnanswered(record, entry) && !record.silent?.has(entry.source);
}

/** Whether an entry is new, or was heard while nothing could be said. */
export function isUnanswered({ fresh, owed }: IncidentRecord, { source }: Entry): boolean {
  return fresh.has(source) || owed?.has(source) === true;
}

/** The incident as it was right after an entry: the replay of what had been said up to it, and nothing later. */
export function incidentAfter(record: IncidentRecord, entry: Entry, handbook: Handbook): Incident | null {
  return replay(
    record.entries.filter((other) => bySaid(other, entry) <= 0),
    handbook,
  );
}

/** The incident as it was right before an entry. */
export function incidentBefore(record: IncidentRecord, entry: Entry, handbook: Handbook): Incident | null {
  return replay(
    record.entries.filter((other) => bySaid(other, entry) < 0),
    handbook,
  );
}
