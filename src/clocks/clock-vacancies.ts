// The clocks of roles that must be held and that nobody holds.
import type { RunningClock } from '../core/clock.ts';
import { isResolved } from '../core/gate.ts';
import type { Handbook, Role } from '../core/handbook.ts';
import { holders, type Incident, type Tenure } from '../core/incident.ts';
import { isRoleRequired } from '../core/required.ts';
import { later } from '../time/time.ts';
import { endOf } from './clock-time.ts';

/**
 * One clock for all roles that nobody has held yet, since the declaration or the severity that asks for them; one for each that
 * was given up, since then.
 */
export function vacancyClocks(incident: Incident, handbook: Handbook): readonly RunningClock[] {
  const declared = incident.milestones.declared?.at;
  const minutes = handbook.unstaffedAfterMinutes;
  if (minutes === null || declared === undefined || isResolved(incident, handbook) || incident.closed) return [];
  const since = later(declared, incident.severity.since);
  const vacant = handbook.roles
    .filter((role) => holders(incident, role.id).length === 0 && isRoleRequired(role, incident, handbook))
    .map((role) => ({ role, held: incident.tenures.filter((tenure) => tenure.role === role.id) }));
  const never = vacant.filter(({ held }) => held.length === 0).map(({ role }) => role);
  const left = vacant.filter(({ held }) => held.length > 0);
  return [
    ...(never.length > 0 ? [vacancy('vacant', '0', never, since)] : []),
    ...left.map(({ role, held }) => vacancy(`vacant:${role.id}`, `${held.length}`, [role], lastEnd(held, since))),
  ];

  function vacancy(id: string, begun: string, roles: readonly Role[], from: string): RunningClock {
    const period = { amount: minutes ?? 0, unit: 'minutes' } as const;
    return {
      ...{ id, kind: 'vacant', about: roles.map((role) => role.id).join(' '), name: null, owner: null, person: null },
      ...{ begun, from, due: endOf(from, period, { calendar: null, handbook }), period, calendar: null },
      ...{ warnAt: null, escalateAt: null, ended: null, callsOut: false, command: `/role ${roles[0]?.id}` },
    };
  }
}

function lastEnd(held: readonly Tenure[], since: string): string {
  return held.reduce((latest, { until }) => (until === null ? latest : later(latest, until)), since);
}
