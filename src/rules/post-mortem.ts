// When a post-mortem is owed.

import type { Entry } from '../core/entry.ts';
import { type Handbook, statusFor } from '../core/handbook.ts';
import type { Incident } from '../core/incident.ts';
import { ownPull } from '../core/own-pull.ts';
import { incidentAfter } from '../core/record.ts';
import { isPostMortemRequired } from '../core/required.ts';
import type { Rule, View } from './rule.ts';

/** Where the handbook asks for a post-mortem, `resolved` opens it; `/postmortem` opens it anywhere, and again when it was closed. */
export const postMortem: Rule = {
  name: 'post-mortem',
  does: 'Where the handbook asks for one, `resolved` opens the post-mortem as a pull request, filled in.',
  expect(incident, handbook, _now, view) {
    const { entries, fresh } = view.record;
    const asked = entries.filter(({ fact, source }) => fact?.kind === 'post-mortem-asked' && fresh.has(source));
    // Found again, and nothing new could have caused it: the first cause need not be looked for.
    const isNew = entries.some(({ fact, source }) => fact && causes.has(fact.kind) && fresh.has(source));
    const pull = ownPull(view.snapshot);
    if (pull && !isNew) return [];
    const cause = firstCause(handbook, view);
    if (!cause || incident.postMortem.refused !== null) return [];
    // Asked for again after GitHub had refused it: what a pass cut short opened then is as new.
    const opened = asked.some(({ saidAt }) => !pull || pull.at >= saidAt);
    return [{ expect: 'post-mortem', cause, isNew: opened || fresh.has(cause.source), reopen: asked.length > 0 }];
  },
};

/** Whether the handbook wants a post-mortem of an incident as it stands. */
export function isOwed(incident: Incident, handbook: Handbook): boolean {
  if (!incident.confirmed || !isPostMortemRequired(incident, handbook)) return false;
  if (incident.closed) return incident.closed.reason === 'completed';
  return incident.status === statusFor(handbook, 'resolved')?.id;
}

/** The first entry that made it owed: the text is of that moment, whenever it is opened (the same thread however late we look). */
function firstCause(handbook: Handbook, { record }: View): Entry | undefined {
  // What was said before a move was judged by another handbook: the move itself may owe what that one did not.
  const moved = record.entries.findLastIndex(({ fact }) => fact?.kind === 'handbook');
  const telling = record.entries.slice(Math.max(0, moved)).filter(({ fact }) => fact && causes.has(fact.kind));
  let asked = false;
  const cause = telling.find((entry) => {
    asked ||= entry.fact?.kind === 'post-mortem-asked';
    const after = incidentAfter(record, entry, handbook);
    // Asked for while a report waits for a word, it is opened by that word.
    return after !== null && (asked ? after.confirmed : isOwed(after, handbook));
  });
  // Another Sitrep opened it then, and we do not know its pull request as ours: a second one only where somebody asks for it.
  if (!cause?.adopted) return cause;
  return telling.find(({ fact, adopted }) => fact?.kind === 'post-mortem-asked' && !adopted);
}

const causes: ReadonlySet<string> = new Set([
  'declared',
  'confirmed',
  'handbook',
  'status',
  'severity',
  'type',
  'closed',
  'milestone',
  'post-mortem-asked',
]);
