// Whether somebody fits a role: who may give it, what one must have, and what else they hold.
import { type Handbook, type Role, roleOf } from '../core/handbook.ts';
import { rolesOf } from '../core/incident.ts';
import { isPrivate } from '../core/items-for.ts';
import { type Person, type Standing, same } from '../core/person.ts';
import type { Refusal } from '../core/refusal.ts';
import { isOpenTo } from '../core/required.ts';
import { standIns } from '../core/stand-in.ts';
import type { Room, Stated } from './command.ts';
import { holds, rolesHeld } from './rights.ts';

/**
 * Why somebody cannot have a role, however it would come to them, or null: a self-declared role from somebody else, a role that
 * does not go with one they hold, a team that they are not in, a private matter that is for few.
 */
export function unfit(role: Role, standing: Standing, room: Room): Refusal | null {
  const { person, teams } = standing;
  const who = person.login;
  const own = same(person, room.speaker.person);
  if (role.selfDeclared && !own) {
    const held = role.holders === 'one' && holds(room, role.id);
    return { reason: 'self-declared', role: role.id, who, held };
  }
  const closed = restricted(role, teams, room);
  if (closed) return { reason: 'restricted', role: role.id, who, own, why: closed };
  const clash = clashing(role, person, room).find((held) => roleOf(room.handbook, held)?.standsInFor !== role.id);
  if (clash !== undefined) return { reason: 'not-with', role: role.id, held: clash, who, own };
  const needed = role.prerequisite?.teams ?? [];
  const has = needed.length === 0 || teams.some((team) => needed.includes(team.toLowerCase()));
  return has || standsIn(role, standing, room) ? null : { reason: 'prerequisite', role: role.id, who, own };
}

/** Why a role cannot be taken in a private matter, or null. */
function restricted(role: Role, teams: readonly string[], { incident, handbook }: Room): 'role' | 'team' | null {
  const { security } = handbook;
  if (!incident || !isPrivate(incident, handbook)) return null;
  if (!isOpenTo(role.id, incident, handbook)) return 'role';
  const inside = security.teams.length === 0 || teams.some((team) => security.teams.includes(team.toLowerCase()));
  return inside ? null : 'team';
}

/**
 * Whether somebody stands in for a role now: then it is theirs to take, whatever their access. Who came to that by an access which
 * they lost stands in no more.
 */
export function standsIn(role: Role, standing: Standing, { incident, handbook }: Room): boolean {
  const held = rolesHeld(standing, incident, handbook).map(({ id }) => id);
  const here = incident ? standIns(incident, handbook, role.id) : [];
  return here.some((one) => same(one.person, standing.person) && held.includes(one.role));
}

/** A deputy who becomes what they stood in for is deputy no longer, where the two do not go together. */
export function steppingUp(role: Role, person: Person, room: Room, time: { readonly at?: string }): readonly Stated[] {
  const left = clashing(role, person, room).filter((held) => roleOf(room.handbook, held)?.standsInFor === role.id);
  return left.map((held) => ({
    fact: { kind: 'role', role: held, change: 'freed', holder: null, before: person },
    ...time,
  }));
}

/** What somebody holds that does not go with a role, whichever of the two says so. */
function clashing(role: Role, person: Person, { incident, handbook }: Room): readonly string[] {
  const held = incident ? rolesOf(incident, person) : [];
  return held.filter((other) => other !== role.id && excludes(role, other, handbook));
}

function excludes(role: Role, other: string, handbook: Handbook): boolean {
  return role.notWith.includes(other) || (roleOf(handbook, other)?.notWith.includes(role.id) ?? false);
}
