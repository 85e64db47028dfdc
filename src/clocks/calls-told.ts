// Which steps of the ladder one comment tells, and when that is said: those that came while nobody ran are told together.
import type { CommentKey } from '../core/effect.ts';
import { baseOf, type Entry } from '../core/entry.ts';
import { ownComment } from '../core/own-comment.ts';
import { isClimb } from '../core/page.ts';
import { type IncidentRecord, maySpeak } from '../core/record.ts';
import type { Snapshot } from '../core/snapshot.ts';
import { mostMentioned } from '../oncall/reach.ts';
import { lateBy } from './late.ts';

/** What one comment tells. */
export interface CallTold {
  readonly key: CommentKey;
  /** In order, at least one. */
  readonly entries: readonly Entry[];
  /** When it was written, or is; ISO UTC. */
  readonly at: string;
}

/** The name of what is said because of a moment that came, as its comment's key bears it. */
export function dueName({ source }: Pick<Entry, 'source'>): string {
  return `due:${baseOf(source)}`;
}

/**
 * The steps that are told now: one comment, however many of them came at once because nobody ran when they were due; more only where
 * one would call too many, or where a pass that was cut short wrote one already. By the newest of them: a comment that stands is never
 * edited to call more people. @param now ISO UTC
 */
export function callsTold(record: IncidentRecord, snapshot: Snapshot, now: string): readonly CallTold[] {
  const told: (CallTold & { readonly people: ReadonlySet<string>; readonly stands: boolean })[] = [];
  for (const entry of record.entries) {
    const { fact } = entry;
    if (fact?.kind !== 'paged' || !isClimb(entry) || fact.how === 'spared' || !maySpeak(record, entry)) continue;
    const last = told.at(-1);
    const own = fact.people.map((login) => login.toLowerCase());
    const people = new Set([...(last?.people ?? []), ...own]);
    const isMore = last && !last.stands && people.size <= mostMentioned;
    const key: CommentKey = `reply:${dueName(entry)}`;
    const comment = ownComment(snapshot, key);
    const call = { key, at: comment?.at ?? now, stands: comment !== undefined };
    if (isMore) told.splice(-1, 1, { ...call, people, entries: [...last.entries, entry] });
    else told.push({ ...call, people: new Set(own), entries: [entry] });
  }
  return told;
}

/** When our comment told the newest of these steps, where that was much too late; null: it was not, or none stands. ISO UTC. */
export function heardLateAt(steps: readonly Entry[], snapshot: Snapshot): string | null {
  const newest = steps.at(-1);
  const times = steps.flatMap((step) => ownComment(snapshot, `reply:${dueName(step)}`)?.at ?? []);
  const heard = times.toSorted().at(-1);
  return newest && heard !== undefined && lateBy(newest.saidAt, heard) > 0 ? heard : null;
}
