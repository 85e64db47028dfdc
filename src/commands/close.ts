// `/close`: runs the gate; a lead may pass it with a reason on the record.
import { isExposed } from '../core/exposure.ts';
import { isShut, type Missing, missing } from '../core/gate.ts';
import { statusFor } from '../core/handbook.ts';
import type { Incident } from '../core/incident.ts';
import type { Refusal } from '../core/refusal.ts';
import { accept, type Command, type Judgement, type Room, refuse, type Said } from './command.ts';
import { cut } from './cut.ts';
import { notBefore, tooEarly } from './early.ts';
import { clauses } from './grammar.ts';
import { happened } from './happened.ts';
import type { Moved } from './moved.ts';
import { reasoned } from './reasoned.ts';
import { isLead, noRight } from './rights.ts';

export const close: Command = {
  name: 'close',
  aliases: [],
  usage: '/close [anyway because …]',
  does: 'Closes the incident when nothing is missing; a lead closes it anyway, with a reason.',
  who: 'responder',
  examples: ['/close', '/close anyway because the follow-ups live in the platform backlog'],
  free: false,
  judge(said, room) {
    const { incident } = room;
    if (!incident) return accept();
    const { words, at, because } = clauses(said.text);
    const time = happened(at, said, room);
    if ('refusal' in time) return time;
    const anyway = /^(?:anyway|now)$/i.test(words[0] ?? '');
    return anyway
      ? closeAnyway(said, room, because, time)
      : closing(incident, room, { ...time, ...reasoned(because), saidAt: said.at });
  },
};

/** Closes as completed when the gate is open, before its time as a wish; refuses with what is missing, and when it is closed already. */
export function closing(incident: Incident, room: Room, moved: Moved): Judgement {
  const { handbook } = room;
  const { at, because } = moved;
  const time = at === undefined ? {} : { at };
  if (incident.closed) {
    return at === undefined
      ? refuse({ reason: 'already-closed' })
      : accept({ fact: { kind: 'milestone', milestone: 'closed', ...(because && { because }) }, at });
  }
  const closed = accept({ fact: { kind: 'closed', reason: 'completed', ...(because && { because }) }, ...time });
  if (isExposed(room.entries, handbook, room.repository)) return closed;
  const lacks = missing(incident, handbook);
  if (isShut(lacks)) {
    const until = notBefore(incident, handbook, moved.saidAt);
    return refuse({ ...gateRefusal(lacks, 'command', null), ...until });
  }
  const last = statusFor(handbook, 'closed') ?? handbook.statuses.at(-1);
  const early = last ? tooEarly(last, incident, room, moved) : null;
  return early ?? closed;
}

type Gate = Extract<Refusal, { reason: 'gate' }>;

/** What the gate says when it is shut. `closer`: the pull request or commit that would have closed it. */
export function gateRefusal({ items, ...lacks }: Missing, how: Gate['how'], closer: string | null): Gate {
  return { reason: 'gate', how, closer, missing: items, ...lacks };
}

function closeAnyway(_said: Said, room: Room, because: string | null, time: { readonly at?: string }): Judgement {
  const { incident, handbook } = room;
  if (!incident) return accept();
  if (incident.closed) return refuse({ reason: 'already-closed' });
  if (!isLead(room.speaker, incident, handbook)) return refuse(noRight('close', 'lead', room));
  if (!because) {
    return refuse({ reason: 'missing', command: 'close', what: 'because', usage: '/close anyway because …' });
  }
  const anyway = missing(incident, handbook).items;
  return accept({ fact: { kind: 'closed', reason: 'completed', anyway, because: cut(because) }, ...time });
}
