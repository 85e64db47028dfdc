// How late something comes that we say by ourselves, where that matters.

import type { Entry } from '../core/entry.ts';
import type { IncidentRecord } from '../core/record.ts';
import { minutesBetween } from '../time/time.ts';

/** How many minutes late is told; who looks a little late says nothing of it. */
const muchTooLate = 15;

/**
 * Minutes that a comment of several entries comes late, by the first of them that could have been said in time: what could not does
 * not come late, because people know why. @param at when it is said; ISO UTC
 */
export function lateOf(entries: readonly Entry[], { owed }: Pick<IncidentRecord, 'owed'>, at: string): number {
  const first = entries.find(({ source }) => !owed?.has(source));
  return first ? lateBy(first.saidAt, at) : 0;
}

/** Minutes from when it was due to when it is said, 0 where they do not matter. @param due, at ISO UTC */
export function lateBy(due: string, at: string): number {
  const late = minutesBetween(due, at);
  return late >= muchTooLate ? late : 0;
}
