// `/handover`: the holder (or a lead) hands a role on; `/takeover` is for when the holder is silent.
import { type Role, roleOf } from '../core/handbook.ts';
import { holders, rolesOf } from '../core/incident.ts';
import { type Person, same } from '../core/person.ts';
import type { Refusal } from '../core/refusal.ts';
import { accept, type Command, type Judgement, type Room, refuse, type Said } from './command.ts';
import { cut } from './cut.ts';
import { timedText } from './grammar.ts';
import { happened } from './happened.ts';
import { isPerson, personNamed } from './person-named.ts';
import { isResponder, mayHandOn, noRight } from './rights.ts';
import { outsideRefusal } from './role-change.ts';
import { steppingUp, unfit } from './role-fit.ts';
import { roleNamed } from './role-words.ts';

export const handover: Command = {
  name: 'handover',
  aliases: ['transfer'],
  usage: '/handover <role> @who [at time] [summary]',
  does: 'Hands a role on to somebody, with a summary; without one it is made from the record.',
  who: 'holder',
  examples: ['/handover commander @bob', '/handover commander @bob Rollback is running, next update 15:20'],
  free: true,
  judge(said, room) {
    const words = handoverWords(said.text);
    if (!words) return refuse({ reason: 'missing', command: 'handover', what: 'person', usage: handover.usage });
    const found = roleToHandOn(words.role, room);
    if ('refusal' in found) return found;
    const from = holderOf(found.role, room);
    if (!from) return refuse({ reason: 'role-not-held', role: found.role.id, who: null });
    if (!mayHandOn(room, found.role.id)) return refuse(noRight('handover', 'holder', room, found.role.id));
    return handOn(said, room, found.role, from, words);
  },
};

interface HandoverWords {
  readonly role: readonly string[];
  readonly person: string;
  readonly rest: string;
}

/** `commander @bob summary`, `@bob commander summary` is not told from a summary and so not read. */
function handoverWords(text: string): HandoverWords | null {
  const found = /(?:^|\s)(@\S+|me|myself)(?=\s|$)/i.exec(text);
  const person = found?.[1];
  if (!found || person === undefined || !isPerson(person)) return null;
  const role = text.slice(0, found.index).split(/\s+/).filter(Boolean);
  return { role, person, rest: text.slice(found.index + found[0].length).trim() };
}

/** The role that was named; without one, the only role that the speaker holds. */
function roleToHandOn(words: readonly string[], room: Room): { readonly role: Role } | { readonly refusal: Refusal } {
  if (words.length > 0) return roleNamed(words, room.handbook);
  const held = room.incident ? rolesOf(room.incident, room.speaker.person) : [];
  const only = held.length === 1 ? roleOf(room.handbook, held[0] ?? '') : undefined;
  return only
    ? { role: only }
    : { refusal: { reason: 'missing', command: 'handover', what: 'role', usage: handover.usage } };
}

/** Of a role that many hold, the speaker hands on their own part of it. */
function holderOf(role: Role, room: Room): Person | undefined {
  const now = room.incident ? holders(room.incident, role.id) : [];
  return now.find((person) => same(person, room.speaker.person)) ?? now[0];
}

function handOn(said: Said, room: Room, role: Role, before: Person, words: HandoverWords): Judgement {
  const to = personNamed(words.person, room);
  if ('refusal' in to) return to;
  const { person } = to.standing;
  const already = room.incident && holders(room.incident, role.id).some((holder) => same(holder, person));
  if (already && same(person, said.by)) return refuse({ reason: 'role-already-yours', role: role.id });
  if (already) return refuse({ reason: 'role-held', role: role.id, holder: person.login });
  const refusal = outsideRefusal(to.standing, 'handover', room) ?? unfit(role, to.standing, room);
  if (refusal) return refuse(refusal);
  const timed = timedText(words.rest, said.at, room.handbook.zone);
  const time = happened(timed.at, said, room);
  if ('refusal' in time) return time;
  const summary = timed.text === '' ? {} : { summary: cut(timed.text) };
  const outside = isResponder(to.standing, room.handbook) ? {} : { outside: true as const };
  return accept(...steppingUp(role, person, room, time), {
    fact: { kind: 'role', role: role.id, change: 'handover', holder: person, before, ...outside, ...summary },
    ...time,
  });
}
