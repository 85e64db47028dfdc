// The clock of an outsider's report: somebody of the team is to say whether it counts.
import type { RunningClock } from '../core/clock.ts';
import type { Handbook } from '../core/handbook.ts';
import type { Incident } from '../core/incident.ts';
import { endOf } from './clock-time.ts';

/** The line that ends the waiting. */
export const confirmLine = '/confirm';

/**
 * From when it was reported, as long as nobody has confirmed or declined it. Whatever else it says of itself (a time, that it is
 * over) is an outsider's word: a record of the past alone is in no hurry.
 */
export function confirmationClocks(incident: Incident, handbook: Handbook): readonly RunningClock[] {
  const minutes = handbook.unconfirmedAfterMinutes;
  const from = incident.timeline.find(({ fact }) => fact?.kind === 'declared')?.saidAt;
  if (incident.confirmed || incident.closed || minutes === null || from === undefined) return [];
  const period = { amount: minutes, unit: 'minutes' } as const;
  return [
    {
      ...{ id: 'confirmation:report', kind: 'confirmation', about: 'report', name: null, owner: null, person: null },
      ...{ begun: '1', from, due: endOf(from, period, { calendar: null, handbook }), period, calendar: null },
      ...{ warnAt: null, escalateAt: null, ended: null, callsOut: false, command: confirmLine },
    },
  ];
}
