// What is answered to a comment or act.

import { baseOf, commentOf, type Entry } from '../core/entry.ts';
import type { Expectation } from '../core/expectation.ts';
import { type IncidentRecord, maySpeak } from '../core/record.ts';
import { cameDue } from '../core/wish.ts';
import type { Rule } from './rule.ts';

/**
 * One reply to each comment or event that needs words: render decides whether it does. Said because of entries heard in this
 * pass only, so a reply that somebody deleted does not come back (decision 6).
 */
export const replies: Rule = {
  name: 'replies',
  does: 'One reply to a comment or act of which something was refused, or somebody else must know.',
  expect: (_incident, _handbook, _now, { record }) => repliesTo(record),
};

/** The replies that a record asks for; also where there is no incident (a command that was refused there). */
export function repliesTo(record: IncidentRecord): readonly Expectation[] {
  const groups = Map.groupBy(record.entries, keyOf);
  return [...groups].flatMap(([key, entries]): Expectation[] =>
    entries.some((entry) => maySpeak(record, entry)) && !entries.every(isPassedOver)
      ? [{ expect: 'reply', key: `reply:${key}`, entries }]
      : [],
  );
}

/** What a flood brings after the first of it was answered. */
function isPassedOver({ refusal }: Entry): boolean {
  return refusal?.reason === 'reports-waiting' && refusal.further === true;
}

function keyOf(entry: Entry): string {
  // What a moment brought is said when it came, not in the reply that foretold it.
  if (cameDue(entry)) return `due:${baseOf(entry.source)}`;
  // Several boxes ticked in one edit are one act.
  return commentOf(entry) ?? /^edit:[0-9a-f]+/.exec(entry.source)?.[0] ?? baseOf(entry.source);
}
