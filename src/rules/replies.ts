// What is answered to a comment or act.

import { callsTold, dueName } from '../clocks/calls-told.ts';
import { lateOf } from '../clocks/late.ts';
import { cameDue } from '../core/came-due.ts';
import { baseOf, commentOf, type Entry } from '../core/entry.ts';
import type { Expectation } from '../core/expectation.ts';
import { isClimb, laterPages } from '../core/page.ts';
import { type IncidentRecord, maySpeak } from '../core/record.ts';
import { minutesBetween } from '../time/time.ts';
import type { Rule, View } from './rule.ts';

/**
 * One reply to each comment or event that needs words: render decides whether it does. Said because of entries heard in this
 * pass only, so a reply that somebody deleted does not come back (decision 6).
 */
export const replies: Rule = {
  name: 'replies',
  does: 'One reply to a comment or act of which something was refused, or somebody else must know.',
  expect: (_incident, _handbook, now, view) => [...repliesTo(view.record), ...climbs(view, now)],
};

/** What is answered together, by the key of the reply. */
type Group = readonly [string, readonly Entry[]];

/** The replies that a record asks for, but the ladder's; also where there is no incident (a command that was refused there). */
export function repliesTo(record: IncidentRecord): readonly Expectation[] {
  const groups = Map.groupBy(
    record.entries.filter((entry) => !isClimb(entry)),
    keyOf,
  );
  const silent = unanswered(groups);
  const isNew = ([, entries]: Group): boolean => entries.some((entry) => maySpeak(record, entry));
  const open = [...groups].filter(isNew);
  return [...open, ...pagesOfEdits(open).filter(isNew)].flatMap(([key, entries]): Expectation[] =>
    silent.has(key) ? [] : [{ expect: 'reply', key: `reply:${key}`, entries }],
  );
}

/** The steps of the ladder that are told now. */
function climbs({ record, snapshot }: View, now: string): readonly Expectation[] {
  return callsTold(record, snapshot, now).map(({ key, entries, at }) => ({
    ...{ expect: 'reply', key, entries },
    late: lateOf(entries, record, at),
  }));
}

/** Who is called by an edit of a comment that was answered before: an edit of the answer would notify nobody. */
function pagesOfEdits(groups: readonly Group[]): readonly Group[] {
  return groups.flatMap(([key, entries]) => {
    const edits = Map.groupBy(laterPages(entries), ({ saidAt }) => saidAt);
    return [...edits].map(([saidAt, pages]) => [`${key}:${saidAt}`, pages] as const);
  });
}

const minutesBetweenReplies = 60;

/**
 * What people without standing say in vain is answered once an hour, each of them; the reaction shows the rest that it was refused.
 * A click has no reaction, so its answer does not wait for that of words.
 */
function unanswered(groups: ReadonlyMap<string, readonly Entry[]>): ReadonlySet<string> {
  const silent = new Set<string>();
  const answered = new Map<string, string>();
  for (const [key, entries] of groups) {
    const [first] = entries;
    if (!first?.by || !entries.some(isInVain)) continue;
    const who = `${first.by.id} ${commentOf(first) === null ? 'clicked' : 'said'}`;
    const before = answered.get(who);
    const tooSoon = before !== undefined && minutesBetween(before, first.saidAt) < minutesBetweenReplies;
    if (tooSoon || isFurther(first)) silent.add(key);
    else answered.set(who, first.saidAt);
  }
  return silent;
}

function isInVain({ outside }: Entry): boolean {
  return outside === true;
}

/** What a flood of reports brings after the first of it was answered. */
function isFurther({ refusal }: Entry): boolean {
  return refusal?.reason === 'reports-waiting' && refusal.further === true;
}

function keyOf(entry: Entry): string {
  // What a moment brought is said when it came, not in the reply that foretold it.
  if (cameDue(entry)) return dueName(entry);
  // Several boxes ticked in one edit are one act.
  return commentOf(entry) ?? /^edit:[0-9a-f]+/.exec(entry.source)?.[0] ?? baseOf(entry.source);
}
