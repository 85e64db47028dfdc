// Who stands in for a role while nobody holds it (a deputy for the commander).
import { type Handbook, roleOf } from './handbook.ts';
import { holders, type Incident } from './incident.ts';
import type { Person } from './person.ts';

/** Somebody who stands in, and the role that lets them. */
export interface StandIn {
  readonly person: Person;
  readonly role: string;
}

/** Who stands in for a role now, by the handbook's `stands-in-for`; nobody while somebody holds the role itself. */
export function standIns(incident: Incident, handbook: Handbook, role: string): readonly StandIn[] {
  if (holders(incident, role).length > 0) return [];
  const deputies = handbook.roles.filter(({ standsInFor }) => standsInFor === role);
  return deputies.flatMap(({ id }) => holders(incident, id).map((person) => ({ person, role: id })));
}

/** Whether a role lets its holder lead now: it leads, or it stands in for one that does and that nobody holds. */
export function leadsNow(incident: Incident | null, handbook: Handbook, id: string): boolean {
  const role = roleOf(handbook, id);
  if (!role) return false;
  if (role.leads) return true;
  const leading = role.standsInFor === null ? undefined : roleOf(handbook, role.standsInFor);
  return leading?.leads === true && incident !== null && holders(incident, leading.id).length === 0;
}

/** The roles that lead now, ids in the handbook's order. */
export function leadingNow(incident: Incident | null, handbook: Handbook): readonly string[] {
  return handbook.roles.map(({ id }) => id).filter((id) => leadsNow(incident, handbook, id));
}
