// When the next update is due that the last one foretold.

import type { Handbook } from '../core/handbook.ts';
import type { Incident } from '../core/incident.ts';
import { updateLine } from './clock-promises.ts';
import { clocksAwaiting } from './clocks.ts';

/**
 * The deadline that holds, which is the handbook's where that comes before what was foretold (ISO UTC). Null where none was foretold,
 * and once it is resolved.
 */
export function nextUpdateDue(incident: Incident, handbook: Handbook): string | null {
  const foretold = incident.update?.nextAt ?? null;
  if (foretold === null || incident.milestones.resolved) return null;
  return (
    clocksAwaiting(updateLine, incident, handbook)
      .flatMap(({ due }) => due ?? [])
      .toSorted()[0] ?? foretold
  );
}
