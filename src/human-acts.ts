// What people said and did that a look shows: whoever repeats himself is answered again, a loop of programs is not.
import { type Person, same } from './core/person.ts';
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
