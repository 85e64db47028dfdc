// Who may say what: access to the repository, teams, roles, and what the handbook overrides.
import { type Handbook, type Right, rights, roleOf } from '../core/handbook.ts';
import { holders, type Incident } from '../core/incident.ts';
import { type Person, reaches, type Standing, same } from '../core/person.ts';
import type { Refusal } from '../core/refusal.ts';
import { leadingNow, leadsNow } from '../core/stand-in.ts';
import type { Command, Room } from './command.ts';

/** Write access or a team in `responders:`. Only such people take and give roles (decision 19). */
export function isResponder(speaker: Standing, handbook: Handbook): boolean {
  const teams = handbook.responders.map((team) => team.toLowerCase());
  return reaches(speaker.permission, 'write') || speaker.teams.some((team) => teams.includes(team.toLowerCase()));
}

/**
 * Whether somebody has standing here at all: who may read a private repository was let in by somebody, and so was an app; in a
 * public one it takes triage access or a team in `responders:`. What GitHub tells of an author admits a declaration (hear-declaration.ts) and gives no right (decision 19).
 */
export function isMember(speaker: Standing, handbook: Handbook, repository: { readonly private: boolean }): boolean {
  if (repository.private || speaker.person.bot) return true;
  return reaches(speaker.permission, 'triage') || isResponder(speaker, handbook);
}

/** Maintain or admin access, or the holder of a role that leads now. */
export function isLead(speaker: Standing, incident: Incident | null, handbook: Handbook): boolean {
  const held = rolesHeld(speaker, incident, handbook);
  return reaches(speaker.permission, 'maintain') || held.some(({ id }) => leadsNow(incident, handbook, id));
}

/** Somebody's highest right. `holder` is none of them: it depends on the role that is spoken of; see {@link holds}. */
export function rightOf(
  speaker: Standing,
  incident: Incident | null,
  handbook: Handbook,
  reporter: Person | null,
): Exclude<Right, 'holder'> {
  if (isLead(speaker, incident, handbook)) return 'lead';
  if (isResponder(speaker, handbook)) return 'responder';
  return same(speaker.person, reporter) ? 'reporter' : 'anyone';
}

/** Whether the speaker holds a role that counts (see {@link rolesHeld}), any role when none is named. */
export function holds({ speaker, incident, handbook }: Room, role?: string): boolean {
  const held = rolesHeld(speaker, incident, handbook);
  return role === undefined ? held.length > 0 : held.some(({ id }) => id === role);
}

/** Holder of the role, or a lead: who may hand it on or free it. */
export function mayHandOn(room: Room, role: string): boolean {
  return holds(room, role) || isLead(room.speaker, room.incident, room.handbook);
}

/** Whether the speaker may say a command at all; a right of `holder` is asked again of the role that is named. */
export function allowed(command: Pick<Command, 'name' | 'who'>, room: Room): boolean {
  const needs = needed(command, room.handbook);
  const has = rightOf(room.speaker, room.incident, room.handbook, room.issue.by);
  if (rights.indexOf(has) >= rights.indexOf(needs)) return true;
  if (needs === 'holder' && holds(room)) return true;
  return rolesHeld(room.speaker, room.incident, room.handbook).some((role) => role.may.includes(command.name));
}

/** The refusal of who may not say a command, or null. */
export function lacksRight(command: Pick<Command, 'name' | 'who'>, room: Room): Refusal | null {
  return allowed(command, room) ? null : noRight(command.name, needed(command, room.handbook), room);
}

type NoRight = Extract<Refusal, { readonly reason: 'no-right' }>;

/** A refusal for want of a right, naming the roles (or the reporter) that have it. `role`: the role it is about. */
export function noRight(command: string, needs: Right, room: Room, role?: string): NoRight {
  return { reason: 'no-right', command, needs, who: whoCould(command, needs, room, role).filter(isOther) };

  /** Nobody is sent to themselves: who held a role by an access that is gone. */
  function isOther(id: string): boolean {
    const people = room.incident ? holders(room.incident, id) : [];
    return people.length !== 1 || !people.some((person) => same(person, room.speaker.person));
  }
}

function needed(command: Pick<Command, 'name' | 'who'>, handbook: Handbook): Right {
  return (Object.hasOwn(handbook.who, command.name) ? handbook.who[command.name] : undefined) ?? command.who;
}

function whoCould(command: string, needs: Right, room: Room, role?: string): readonly string[] {
  const { handbook, incident, issue } = room;
  const leads = leadingNow(incident, handbook);
  const named = handbook.roles.filter((one) => one.may.includes(command)).map(({ id }) => id);
  if (needs === 'lead') return [...new Set([...leads, ...named])];
  if (needs === 'holder') return [...new Set([...(role ? [role] : []), ...leads])];
  if (needs === 'reporter' && issue.by) return [issue.by.login, ...named];
  return named;
}

/** A role that somebody has by their access counts while the access lasts; one that a lead gave to an outsider does not hang on it. */
export function rolesHeld(speaker: Standing, incident: Incident | null, handbook: Handbook) {
  const inside = isResponder(speaker, handbook);
  const tenures = incident?.tenures.filter(({ until, person }) => until === null && same(person, speaker.person)) ?? [];
  return tenures.filter(({ outside }) => inside || outside).flatMap(({ role }) => roleOf(handbook, role) ?? []);
}
