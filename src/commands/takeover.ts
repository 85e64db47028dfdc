// `/takeover`: a role from a holder who has been silent for the handbook's time.
import type { Role } from '../core/handbook.ts';
import type { Tenure } from '../core/incident.ts';
import { later, minutesBetween } from '../time/time.ts';
import { accept, type Command, type Judgement, type Room, refuse, type Said } from './command.ts';
import { cut } from './cut.ts';
import { clauses } from './grammar.ts';
import { holds, isResponder, noRight } from './rights.ts';
import { give } from './role-change.ts';
import { standsIn, steppingUp, unfit } from './role-fit.ts';
import { type RoleWords, roleNamed } from './role-words.ts';

const nobodyElse: RoleWords = { role: [], people: [], frees: false, at: null };

export const takeover: Command = {
  name: 'takeover',
  aliases: [],
  usage: '/takeover <role> because …',
  does: 'Takes a role over from a holder who has been silent for the time that the handbook names.',
  who: 'responder',
  examples: ['/takeover commander because ada lost her connection'],
  free: false,
  judge(said, room) {
    const { words, because } = clauses(said.text);
    const lacks = (what: 'role' | 'because') =>
      refuse({ reason: 'missing', command: 'takeover', what, usage: takeover.usage });
    if (words.length === 0) return lacks('role');
    const found = roleNamed(words, room.handbook);
    if ('refusal' in found) return found;
    // While nobody holds a role there is nobody to wait for: who stands in takes it.
    if (standsIn(found.role, room.speaker, room)) return give(found.role, nobodyElse, {}, room);
    if (!isResponder(room.speaker, room.handbook)) return refuse(noRight('takeover', 'responder', room));
    return because ? fromHolder(found.role, said, because, room) : (notHeld(found.role, room) ?? lacks('because'));
  },
};

/** From the one who has held it longest, if they have been silent long enough. */
function fromHolder(role: Role, said: Said, because: string, room: Room): Judgement {
  const lacking = notHeld(role, room);
  if (lacking) return lacking;
  const tenure = openTenure(role, room);
  if (!tenure) return refuse({ reason: 'role-not-held', role: role.id, who: null });
  const before = tenure.person;
  const heard = room.lastHeard(before);
  const lastHeardAt = heard === null ? tenure.from : later(heard, tenure.from);
  const afterMinutes = room.handbook.takeoverAfterMinutes;
  if (minutesBetween(lastHeardAt, said.at) < afterMinutes) {
    return refuse({ reason: 'takeover-too-early', role: role.id, holder: before.login, lastHeardAt, afterMinutes });
  }
  const refusal = unfit(role, room.speaker, room);
  if (refusal) return refuse(refusal);
  return accept(...steppingUp(role, said.by, room, {}), {
    fact: { kind: 'role', role: role.id, change: 'takeover', holder: said.by, before, because: cut(because) },
  });
}

/** Nobody holds it, or the speaker does. */
function notHeld(role: Role, room: Room): Judgement | null {
  if (!openTenure(role, room)) return refuse({ reason: 'role-not-held', role: role.id, who: null });
  return holds(room, role.id) ? refuse({ reason: 'role-already-yours', role: role.id }) : null;
}

function openTenure(role: Role, { incident }: Room): Tenure | undefined {
  return incident?.tenures.find((one) => one.role === role.id && one.until === null);
}
