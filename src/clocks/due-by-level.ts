// When something is due whose time hangs on the severity: nobody is late at once for a severity that nobody had said yet.
import { type Handbook, rank } from '../core/handbook.ts';
import type { Incident } from '../core/incident.ts';
import { reckoning } from '../core/reckoning.ts';

/** A severity, and when it was said (ISO UTC; empty: from the beginning). */
interface Level {
  readonly at: string;
  readonly id: string;
}

/**
 * The severities of an incident in the order in which they were said, each once in a row; those of a handbook that it follows no
 * more left out. By when they were said, not by when they were true: nobody can keep a promise that nobody made yet.
 */
export const levelsOf = reckoning(({ timeline, severity }: Incident, { severities }): readonly Level[] => {
  let levels: readonly Level[] = [{ at: '', id: severity.first }];
  for (const { fact, saidAt } of timeline) {
    if (fact?.kind === 'handbook') levels = [{ at: '', id: fact.severity.current }];
    if (fact?.kind !== 'severity' || fact.severity === levels.at(-1)?.id) continue;
    if (severities.some(({ id }) => id === fact.severity)) levels = [...levels, { at: saidAt, id: fact.severity }];
  }
  return levels;
});

/** When the severity was raised to what it is (ISO UTC); null: its newest change was none to a worse one. */
export function raisedAt(incident: Incident, handbook: Handbook): string | null {
  const [before, last] = levelsOf(incident, handbook).slice(-2);
  return before && last && isWorse(last, before, handbook) ? last.at : null;
}

/**
 * When it is due that somebody says a word: so long after the one before; what a raised severity asks for, or asks for sooner,
 * counts from the raise, though nobody has longer than without it.
 * @param from since when it is owed (ISO UTC) @param dueAt when something owed since a moment is due at a severity; null: it is not
 */
export function wordDue(
  from: string,
  incident: Incident,
  handbook: Handbook,
  dueAt: (severity: string, since: string) => string | null,
): string | null {
  return dueAfterRaises(from, incident, handbook, (level, since, before) =>
    level.at <= since ? dueAt(level.id, since) : earlier(before, dueAt(level.id, level.at)),
  );
}

/**
 * The same of what is to be reached: it counts from its beginning at every severity, as those count who are hurt; what would have
 * been over when it was raised counts from the raise.
 */
export function goalDue(
  from: string,
  incident: Incident,
  handbook: Handbook,
  dueAt: (severity: string, since: string) => string | null,
): string | null {
  return dueAfterRaises(from, incident, handbook, (level, since, before) => {
    const due = dueAt(level.id, since);
    return due === null || due >= level.at ? due : earlier(before, dueAt(level.id, level.at));
  });
}

function dueAfterRaises(
  from: string,
  incident: Incident,
  handbook: Handbook,
  dueAt: (level: Level, since: string, before: string | null) => string | null,
): string | null {
  const levels = levelsOf(incident, handbook);
  const begin = Math.max(
    0,
    levels.findLastIndex(({ at }) => at <= from),
  );
  let due: string | null = null;
  for (const [index, level] of levels.slice(begin).entries()) {
    const before = levels[begin + index - 1];
    const isRaise = index > 0 && before !== undefined && isWorse(level, before, handbook);
    due = dueAt(isRaise ? level : { ...level, at: '' }, from, due);
  }
  return due;
}

function isWorse(level: Level, before: Level, handbook: Handbook): boolean {
  return rank(handbook, level.id) < rank(handbook, before.id);
}

function earlier(one: string | null, other: string | null): string | null {
  if (one === null || other === null) return one ?? other;
  return one < other ? one : other;
}
