// What people said and did that a look shows: whoever repeats himself is answered again, a loop of programs is not.
import { type Person, same } from './core/person.ts';
import type { IncidentRecord } from './core/record.ts';
import type { Look } from './look-at.ts';

/**
 * Names of people's doings: what the plan hears from them, and their events on the issue (a label taken off is put back without
 * an entry in the record). Neither other bots nor we ourselves count.
 */
export function humanActs({ snapshot, plan }: Pick<Look, 'snapshot' | 'plan'>): ReadonlySet<string> {
  const isHuman = (by: Person | null) => by !== null && !by.bot && !same(by, snapshot.viewer);
  const { entries, fresh } = plan.record;
  const said = entries.filter((entry) => fresh.has(entry.source) && isHuman(entry.by)).map(({ source }) => source);
  const done = snapshot.thread.filter((item) => item.kind !== 'comment' && isHuman(item.by)).map(({ id }) => id);
  return new Set([...said, ...done]);
}

/** Logins (lower case) of those whose boxes were heard as they ticked them, and none of them refused. */
export function tickedBy({ entries, fresh }: Pick<IncidentRecord, 'entries' | 'fresh'>): readonly string[] {
  const edits = entries.filter(({ source }) => fresh.has(source) && source.startsWith('edit:'));
  const loginsOf = (some: typeof edits) => some.flatMap(({ by }) => (by ? [by.login.toLowerCase()] : []));
  const refused = loginsOf(edits.filter(({ refusal }) => refusal));
  const taken = loginsOf(edits.filter(({ fact }) => fact?.kind === 'ticked'));
  return [...new Set(taken)].filter((login) => !refused.includes(login));
}
