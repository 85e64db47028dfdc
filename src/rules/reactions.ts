// How a comment shows that its commands were heard.

import { cameDue } from '../core/came-due.ts';
import { commentOf, type Entry } from '../core/entry.ts';
import { same } from '../core/person.ts';
import { isUnanswered } from '../core/record.ts';
import type { Rule } from './rule.ts';

/** Each comment with a command gets one reaction: heard, or refused where any of its commands was. */
export const reactions: Rule = {
  name: 'reactions',
  does: 'A 👍 on a comment whose commands were accepted, a 😕 where one was refused or reached nobody.',
  expect(_incident, _handbook, _now, { record }) {
    const fresh = new Set(record.entries.filter((entry) => isUnanswered(record, entry)).map(commentOf));
    const spoken = record.entries.filter((entry) => fresh.has(commentOf(entry)) && !cameDue(entry));
    return [...Map.groupBy(spoken, commentOf)].flatMap(([comment, entries]) =>
      comment === null
        ? []
        : [{ expect: 'reaction' as const, comment, ok: !stillRefused(entries) && !entries.some(callsNobody) }],
    );
  },
};

/** Somebody's page or step of the ladder that reached nobody, whatever kept it from them. */
function callsNobody({ fact }: Entry): boolean {
  return fact?.kind === 'paged' && fact.people.length === 0 && (fact.unasked ?? []).length === 0;
}

/** A refusal that its author mended by editing the comment no longer counts. */
export function stillRefused(entries: readonly Entry[]): boolean {
  const last = entries.findLast((entry) => !entry.inferred);
  const edited = entries.some((one) => one.refusal && last && one.saidAt < last.saidAt && same(one.by, last.by));
  return edited ? last?.refusal !== undefined : entries.some((entry) => entry.refusal !== undefined);
}
