// What follows from `/role`: a role taken, given or freed, with who lost it.
import type { Role } from '../core/handbook.ts';
import { holders } from '../core/incident.ts';
import { type Person, type Standing, same } from '../core/person.ts';
import type { Refusal } from '../core/refusal.ts';
import { type Judgement, type Room, refuse, type Stated } from './command.ts';
import { personNamed } from './person-named.ts';
import { isLead, isResponder, lacksRight, noRight } from './rights.ts';
import { standsIn, steppingUp, unfit } from './role-fit.ts';
import type { RoleWords } from './role-words.ts';

type Time = { readonly at?: string };

/** Takes or gives a role: to the speaker, or to those who are named. */
export function give(role: Role, { people }: RoleWords, time: Time, room: Room): Judgement {
  const stands = people.length === 0 && standsIn(role, room.speaker, room);
  if (!stands) {
    if (!isResponder(room.speaker, room.handbook)) return refuse(noRight('role', 'responder', room));
    const lacking = lacksRight({ name: 'role', who: 'responder' }, room);
    if (lacking) return refuse(lacking);
  }
  const facts: Stated[] = [];
  for (const word of people.length > 0 ? people : ['me']) {
    const who = personNamed(word, room);
    if ('refusal' in who) return who;
    const refusal = cannotHold(role, who.standing, room);
    if (refusal) return refuse(refusal);
    facts.push(...steppingUp(role, who.standing.person, room, time), { fact: held(role, who.standing, room), ...time });
  }
  return { facts };
}

/** Frees a role: who holds it alone, who is named, or for a role of many the speaker. */
export function free(role: Role, { people }: RoleWords, time: Time, room: Room): Judgement {
  const now = room.incident ? holders(room.incident, role.id) : [];
  const loser = loserOf(role, people, now, room);
  if ('refusal' in loser) return loser;
  const mine = same(loser.person, room.speaker.person);
  if (!mine && !isLead(room.speaker, room.incident, room.handbook)) {
    return refuse(noRight('role', 'holder', room, role.id));
  }
  return { facts: [{ fact: freed(role.id, loser.person), ...time }] };
}

/** A person without write access, or a team, gets a role from a lead only (decision 19); leads of the repository, that is. */
export function outsideRefusal(standing: Standing, command: string, room: Room): Refusal | null {
  if (isResponder(standing, room.handbook)) return null;
  const may = isResponder(room.speaker, room.handbook) && isLead(room.speaker, room.incident, room.handbook);
  return may ? null : { ...noRight(command, 'lead', room), outsider: standing.person.login };
}

/** The fact of a freed role. */
export function freed(role: string, before: Person) {
  return { kind: 'role', role, change: 'freed', holder: null, before } as const;
}

function cannotHold(role: Role, standing: Standing, room: Room): Refusal | null {
  const now = room.incident ? holders(room.incident, role.id) : [];
  const holder = now.find((person) => same(person, standing.person)) ?? (role.holders === 'one' ? now[0] : undefined);
  if (holder && same(holder, room.speaker.person) && same(holder, standing.person)) {
    return { reason: 'role-already-yours', role: role.id };
  }
  if (holder) return { reason: 'role-held', role: role.id, holder: holder.login };
  const outside = standsIn(role, room.speaker, room) ? null : outsideRefusal(standing, 'role', room);
  return outside ?? unfit(role, standing, room);
}

function held(role: Role, { person, ...standing }: Standing, room: Room) {
  const change = same(person, room.speaker.person) ? 'taken' : 'given';
  const outside = isResponder({ person, ...standing }, room.handbook) ? {} : { outside: true as const };
  return { kind: 'role', role: role.id, change, holder: person, before: null, ...outside } as const;
}

function loserOf(
  role: Role,
  people: readonly string[],
  now: readonly Person[],
  room: Room,
): { readonly person: Person } | { readonly refusal: Refusal } {
  const word = people[0];
  const named = word === undefined ? null : personNamed(word, room);
  if (named && 'refusal' in named) return named;
  const own = now.find((person) => same(person, room.speaker.person));
  const wanted = named ? now.find((person) => same(person, named.standing.person)) : own;
  const person = wanted ?? (!named && now.length === 1 ? now[0] : undefined);
  if (person) return { person };
  const who = named?.standing.person.login ?? (now.length > 0 ? room.speaker.person.login : null);
  return { refusal: { reason: 'role-not-held', role: role.id, who } };
}
