// The promises of time that an incident's line tells: each clock of the handbook or a contract that has one end.
import { clocksOf } from '../clocks/clocks.ts';
import type { Handbook } from '../core/handbook.ts';
import type { Incident } from '../core/incident.ts';
import type { IncidentLine } from './line.ts';

/**
 * As they stand by the incident's times and severity now. Not what begins again with each word (`cadence` tells that), what is only
 * called out, and what stands still. Of what was closed only what was stopped; none of a record of the past.
 */
export function clocksOfLine(incident: Incident, handbook: Handbook): NonNullable<IncidentLine['clocks']> {
  const once = new Set(handbook.clocks.filter(({ repeats }) => !repeats).map(({ id }) => id));
  return clocksOf(incident, handbook).flatMap(({ kind, id, name, from, due, ended, callsOut }) => {
    if ((kind !== 'contract' && !(kind === 'promise' && once.has(id))) || callsOut || due === null) return [];
    return [{ id, name: name ?? id, startedAt: from, dueAt: due, stoppedAt: ended }];
  });
}
