// An entry of the ledger: one utterance after it was judged, its name and its place among the others.
import { hash } from 'node:crypto';
import type { Person } from './person.ts';
import type { Refusal } from './refusal.ts';
import type { Fact } from './timeline.ts';

/** Where an entry came from, so that it is heard once. */
export type Source = string;

/** Somebody's utterance after it was judged: a fact, or a refusal. */
export interface Entry {
  /** `form`, `comment:<number>:<hash>`, `event:<hash>`, `edit:<revision hash>:<item>`, `reaction:<hash>`, `pull:<number>`… */
  readonly source: Source;
  /** Null: an account that is gone, or nobody in particular. */
  readonly by: Person | null;
  /** GitHub's time of the comment or event; ISO UTC, whole seconds. */
  readonly saidAt: string;
  /** Place among things said in the same second, as GitHub lists them. */
  readonly order: number;
  /** When it happened, where that was said (`at …`) and differs from `saidAt`. */
  readonly at?: string;
  /** `at` was a clock time that stood twice that night: the earlier moment, which was not taken. */
  readonly doubled?: string;
  /** `at` was a clock time without a day that had not come yet: the day before's was taken. */
  readonly dayBefore?: true;
  /** Inferred from an act, not said in words. */
  readonly inferred?: true;
  /** Restored from the thread after the ledger was lost. */
  readonly rebuilt?: true;
  /** Heard while the conversation was locked: what is said because of it waits. */
  readonly unsaid?: true;
  /** Heard by another Sitrep, whose record somebody took over. */
  readonly adopted?: true;
  /** What was typed, where a refusal quotes it; at most 200 characters. */
  readonly typed?: string;
  /** What looked like a credential in these words and is masked in them: its names. */
  readonly masked?: readonly string[];
  readonly fact?: Fact;
  readonly refusal?: Refusal;
  /** It was refused to somebody without standing here: such people are answered once an hour. */
  readonly outside?: true;
}

/** When the fact of an entry happened. */
export function happenedAt(entry: Entry): string {
  return entry.at ?? entry.saidAt;
}

/** Eight hex digits for a long id of GitHub, so that entries stay small. */
export function shortHash(id: string): string {
  return hash('sha256', id, 'hex').slice(0, 8);
}

/** The utterance an entry belongs to: its source without the `+n` of further facts of the same words. */
export function baseOf(source: Source): Source {
  return source.includes('+') ? source.replace(/\+\w+$/, '') : source;
}

/** Orders entries by what was said first (decision 2), ties as GitHub lists them. */
export function bySaid(one: Entry, other: Entry): number {
  return compare(one.saidAt, other.saidAt) || one.order - other.order || compare(one.source, other.source);
}

/** The comment's number of an entry that was said in a comment, or null. */
export function commentOf({ source }: Entry): string | null {
  return source.startsWith('comment:') ? (/^comment:(\d+):/.exec(source)?.[1] ?? null) : null;
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
