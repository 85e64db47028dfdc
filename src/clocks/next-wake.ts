// The next moment at which an incident changes although nobody says a word.

import type { Handbook } from '../core/handbook.ts';
import type { Incident } from '../core/incident.ts';
import { replay } from '../core/replay.ts';
import { comings } from './comings.ts';
import { nextDeadline } from './deadline.ts';

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
  const present = asOf(now, incident, handbook);
  const coming = present ? comings(present, handbook) : [];
  return nextDeadline([...coming.map(({ at }) => at), ...moments], now);
}

/**
 * The incident without what a clock that was ahead put on record before its time: what people say until then is due after their
 * words, and not only when that time has come.
 */
function asOf(now: string, incident: Incident, handbook: Handbook): Incident | null {
  const until = Date.parse(now);
  const isAhead = ({ saidAt }: { readonly saidAt: string }): boolean => Date.parse(saidAt) > until;
  const newest = incident.timeline.at(-1);
  if (!newest || !isAhead(newest)) return incident;
  return replay(
    incident.timeline.filter((entry) => !isAhead(entry)),
    handbook,
  );
}
