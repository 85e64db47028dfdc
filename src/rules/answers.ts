// Answers to questions, in one comment per person.

import { type Entry, shortHash } from '../core/entry.ts';
import type { Expectation } from '../core/expectation.ts';
import { type IncidentRecord, maySpeak } from '../core/record.ts';
import type { Rule } from './rule.ts';

/** Answers to questions share one comment per person, newest on top. */
export const answers: Rule = {
  name: 'answers',
  does: 'Answers to `/help`, `/roles`, `/catchup`… in one comment per person, newest on top.',
  expect: (_incident, _handbook, _now, { record }) => answersTo(record),
};

/** The answers that a record asks for; also where there is no incident yet (`/help`). */
export function answersTo(record: IncidentRecord): readonly Expectation[] {
  const asked = record.entries.filter(({ fact, by }) => fact?.kind === 'asked' && by !== null);
  const groups = Map.groupBy(asked, (entry) => entry.by?.id ?? '');
  return [...groups].flatMap(([id, entries]) => (entries.some(isFresh) ? [answer(id, entries)] : []));

  function isFresh(entry: Entry): boolean {
    return maySpeak(record, entry);
  }
}

function answer(id: string, entries: readonly Entry[]): Expectation {
  const [first] = entries;
  if (!first?.by) throw new Error('An answer needs somebody who asked');
  return { expect: 'answers', key: `answers:${shortHash(id)}`, person: first.by, entries };
}
