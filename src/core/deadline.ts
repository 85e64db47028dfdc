// The next moment at which something becomes due although nobody says a word.
import { Temporal } from 'temporal-polyfill';
import { iso } from './time.ts';

/**
 * The earliest of the moments that are still to come; null: nothing becomes due by itself. Until then a settled incident stays
 * as it is. @param moments ISO UTC, those that passed and `null`s among them. @param now ISO UTC. @returns ISO UTC, whole seconds
 */
export function nextDeadline(moments: readonly (string | null)[], now: string): string | null {
  const instants = moments.flatMap((moment) => (moment === null ? [] : [Temporal.Instant.from(moment)]));
  const coming = instants.filter((instant) => Temporal.Instant.compare(instant, Temporal.Instant.from(now)) > 0);
  const [first] = coming.sort(Temporal.Instant.compare);
  return first ? iso(first.add({ milliseconds: 999 })) : null;
}
