// The next moment at which an incident changes although nobody says a word.
import { comings } from './comings.ts';
import { nextDeadline } from './deadline.ts';
import type { Handbook } from './handbook.ts';
import type { Incident } from './incident.ts';

/**
 * The earliest moment after `now` at which something comes by itself or one of these further moments is reached; null: never.
 * A settled incident stays as it is until then, whenever it is looked at. @param now ISO UTC
 * @param moments at which it is shown otherwise without a new fact; past ones and `null`s may be among them
 */
export function nextWake(
  incident: Incident,
  handbook: Handbook,
  now: string,
  moments: readonly (string | null)[] = [],
): string | null {
  return nextDeadline([...comings(incident, handbook).map(({ at }) => at), ...moments], now);
}
