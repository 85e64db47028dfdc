// How late something comes that we say by ourselves, where that matters.
import { minutesBetween } from '../time/time.ts';

/** How many minutes late is told; who looks a little late says nothing of it. */
const muchTooLate = 15;

/** Minutes from when it was due to when it is said, 0 where they do not matter. @param due, at ISO UTC */
export function lateBy(due: string, at: string): number {
  const late = minutesBetween(due, at);
  return late >= muchTooLate ? late : 0;
}
