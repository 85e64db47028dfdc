// The next moment at which something becomes due although nobody says a word.
import { isoOf } from '../time/iso-of.ts';

/**
 * The earliest of the moments that are still to come; null: nothing becomes due by itself. Until then a settled incident stays
 * as it is. @param moments ISO UTC, those that passed and `null`s among them. @param now ISO UTC. @returns ISO UTC, whole seconds
 */
export function nextDeadline(moments: readonly (string | null)[], now: string): string | null {
  const from = Date.parse(now);
  const coming = moments.flatMap((moment) => (moment === null ? [] : [Date.parse(moment)])).filter((at) => at > from);
  return coming.length === 0 ? null : isoOf(Math.min(...coming) + 999);
}
