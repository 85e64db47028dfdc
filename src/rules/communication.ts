// What the thread shows of words to somebody: each draft, what was published, and what no longer stands.

import { baseOf, type Entry } from '../core/entry.ts';
import type { Expectation } from '../core/expectation.ts';
import { ownComment } from '../core/own-comment.ts';
import { maySpeak } from '../core/record.ts';
import type { Rule, View } from './rule.ts';

/** Said because of entries heard in this pass only: what people do with our comment afterwards is theirs. */
export const communication: Rule = {
  name: 'communication',
  does: 'A draft is a comment that people fill in; what is published stands in a comment of its own, word for word.',
  expect(_incident, _handbook, _now, view) {
    return view.record.entries.flatMap((entry) => [...draft(entry, view), ...said(entry, view)]);
  },
};

/** The draft's comment: made once, and folded away when the draft is over. Between those it is the people's. */
function draft(entry: Entry, { record, snapshot }: View): readonly Expectation[] {
  if (entry.fact?.kind !== 'drafted') return [];
  const { draft: number } = entry.fact;
  const key = `draft:${number}`;
  const end = record.entries.findLast((other) => ends(other, entry, number)) ?? null;
  const isNew = maySpeak(record, entry);
  const stands = ownComment(snapshot, key) !== undefined;
  const toMake = isNew && !stands;
  const toFold = end !== null && (isNew || maySpeak(record, end)) && (stands || isNew);
  return toMake || toFold ? [{ expect: 'draft', key, entry, end }] : [];
}

/** Whether an entry ends a draft: published, retracted or taken back. */
function ends({ fact }: Entry, drafted: Entry, number: number): boolean {
  if (fact?.kind === 'published' || fact?.kind === 'retracted') return fact.draft === number;
  return fact?.kind === 'undone' && fact.sources.some((source) => baseOf(source) === baseOf(drafted.source));
}

function said(entry: Entry, { record }: View): readonly Expectation[] {
  const { fact } = entry;
  if (!maySpeak(record, entry)) return [];
  if (fact?.kind === 'published') return [{ expect: 'publication', key: `published:${fact.draft}`, entry }];
  if (fact?.kind !== 'retracted' || !fact.published) return [];
  return [{ expect: 'retraction', key: `retracted:${fact.draft}`, entry }];
}
