// Who holds what, and what is missing with the command that takes it.
import { type Handbook, type Role, roleOf } from '../core/handbook.ts';
import type { Incident, Tenure } from '../core/incident.ts';
import { formatTime } from '../core/time.ts';
import type { CardRow } from './card-situation.ts';
import { code, login, roleRow, toType } from './names.ts';

/** A row a role: held ones with all holders, required ones without a holder in bold; the others in one row. */
export function roleRows(incident: Incident, handbook: Handbook): readonly CardRow[] {
  const held = (role: string): readonly Tenure[] =>
    incident.tenures.filter((tenure) => tenure.role === role && tenure.until === null);
  const shown = handbook.roles.filter((role) => held(role.id).length > 0 || isRequired(role, incident));
  const free = handbook.roles.filter((role) => !shown.includes(role));
  const gone = new Set(incident.tenures.filter(isLeftOver).map((tenure) => tenure.role));
  return [
    ...shown.map((role) => row(role.id, held(role.id))),
    ...[...gone].map((role) => row(role, held(role))),
    ...(free.length > 0 && !incident.closed ? [openToTake(free)] : []),
  ];

  function isLeftOver(tenure: Tenure): boolean {
    return tenure.until === null && !roleOf(handbook, tenure.role);
  }

  function row(role: string, tenures: readonly Tenure[]): CardRow {
    if (tenures.length > 0) return { name: roleRow(handbook, role), text: holdersText(tenures, incident, handbook) };
    return { name: `**${roleRow(handbook, role)}**`, text: `**nobody**: ${toType(`/role ${role}`)}` };
  }
}

/** Everybody is named, also beyond the ten whom GitHub can assign. */
function holdersText(tenures: readonly Tenure[], incident: Incident, handbook: Handbook): string {
  const day = incident.milestones.declared?.at;
  const names = tenures
    .slice(0, 60)
    .map(({ person, from }) => `${login(person)} since ${formatTime(from, handbook.zone, day)}`);
  return tenures.length > 60 ? `${names.join(', ')} and ${tenures.length - 60} more` : names.join(', ');
}

function openToTake(free: readonly Role[]): CardRow {
  return { name: 'Open to take', text: `${free.map((role) => code(role.id)).join(', ')}: ${toType('/role …')}` };
}

function isRequired(role: Role, incident: Incident): boolean {
  return !incident.closed && role.requiredAt.includes(incident.severity.current);
}
