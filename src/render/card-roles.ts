// Who holds what, and what is missing with the command that takes it.
import { type Handbook, type Role, roleOf } from '../core/handbook.ts';
import { holders, type Incident, type Tenure } from '../core/incident.ts';
import { isOpenTo, isRoleRequired } from '../core/required.ts';
import { standIns } from '../core/stand-in.ts';
import { formatTime } from '../time/time.ts';
import type { CardRow } from './card-situation.ts';
import { code, listed, login, roleName, roleRow, standInText, toType } from './names.ts';
import { quoteOurs } from './quote.ts';
import { roleLines } from './role-lines.ts';

/** A role with its holders, and what it asks of them. */
export interface RoleDuties {
  readonly name: string;
  readonly lines: readonly string[];
}

/** A row a role: held ones with all holders, required ones without a holder in bold; the others in one row. */
export function roleRows(incident: Incident, handbook: Handbook): readonly CardRow[] {
  const held = (role: string): readonly Tenure[] =>
    incident.tenures.filter((tenure) => tenure.role === role && tenure.until === null);
  const required = (role: Role): boolean => !incident.closed && isRoleRequired(role, incident, handbook);
  const shown = handbook.roles.filter(
    (role) => held(role.id).length > 0 || required(role) || isStoodIn(role, incident, handbook),
  );
  const free = handbook.roles.filter((role) => !shown.includes(role) && isOpenTo(role.id, incident, handbook));
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
    return { name: `**${roleRow(handbook, role)}**`, text: vacantText(role, incident, handbook) };
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

/** Nobody holds it: what it takes here, who stands in, and the line that takes it. */
function vacantText(id: string, incident: Incident, handbook: Handbook): string {
  const seniority = roleOf(handbook, id)?.seniority[incident.severity.current];
  const deputies = standIns(incident, handbook, id).map((one) => standInText(one, handbook));
  const asked = seniority === undefined ? '' : ` (${quoteOurs(seniority, { limit: 100 })})`;
  return `**nobody**${asked}${deputies.map((one) => `; ${one}`).join('')}: ${toType(`/role ${id}`)}`;
}

function isStoodIn(role: Role, incident: Incident, handbook: Handbook): boolean {
  return !incident.closed && standIns(incident, handbook, role.id).length > 0;
}

/**
 * What who holds a role does, folded below the table: its duties, what it takes to hold it, and how senior one must be at this
 * severity. Roles that nobody holds are told by `/help <role>`.
 */
export function dutyLists(incident: Incident, handbook: Handbook): readonly RoleDuties[] {
  if (incident.closed) return [];
  return handbook.roles.flatMap((role) => {
    const who = holders(incident, role.id);
    const lines = roleLines(role, handbook, incident);
    if (who.length === 0 || lines.length === 0) return [];
    return [{ name: `${roleName(handbook, role.id)} (${listed(who.slice(0, 5).map(login))})`, lines }];
  });
}

function openToTake(free: readonly Role[]): CardRow {
  return { name: 'Open to take', text: `${free.map((role) => code(role.id)).join(', ')}: ${toType('/role …')}` };
}
