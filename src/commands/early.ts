// What was said before its time: a wish that says when, unless a lead says `now` with a reason.

import { staysUntil } from '../clocks/wish.ts';
import type { Handbook, Status } from '../core/handbook.ts';
import type { Incident } from '../core/incident.ts';
import { accept, type Judgement, type Room, refuse } from './command.ts';
import type { Moved } from './moved.ts';
import { isLead, noRight } from './rights.ts';

/**
 * The judgement of a move forward that the handbook's minimum time forbids as yet: a wish for the moment when it is over. With
 * `now` a lead need not wait, but gives a reason. A time before that moment, said after it, is refused: it can be said as it
 * was. Null: it is not too early.
 */
export function tooEarly(target: Status, incident: Incident, room: Room, moved: Moved): Judgement | null {
  const until = staysUntil(incident, room.handbook);
  const { at = moved.saidAt, because, saidAt } = moved;
  if (until === null || at >= until) return null;
  if (moved.now) return hurrying(target, incident, room, because);
  if (saidAt >= until) return refuse({ reason: 'too-early', status: incident.status, to: target.id, at, until });
  return accept({ kind: 'wish', status: target.id, due: until, ...(because !== undefined && { because }) });
}

function hurrying(target: Status, incident: Incident, room: Room, because: string | undefined): Judgement | null {
  const command = `status ${target.id} now`;
  if (!isLead(room.speaker, incident, room.handbook)) return refuse(noRight(command, 'lead', room));
  if (because) return null;
  return refuse({
    reason: 'missing',
    command,
    what: 'because',
    usage: `/${command} because …`,
  });
}

/** Words with `now` (or `anyway`) behind or alone, and the rest of them. */
export function hurried(words: readonly string[]): { readonly word: string; readonly now: boolean } {
  const now = /^(?:now|anyway)$/i.test(words.at(-1) ?? '');
  return { word: (now && words.length > 1 ? words.slice(0, -1) : words).join(' '), now };
}

/** When it may be closed at the earliest, for a refusal; nothing where that is over. */
export function notBefore(incident: Incident, handbook: Handbook, saidAt: string): { readonly until?: string } {
  const until = staysUntil(incident, handbook);
  return until !== null && until > saidAt ? { until } : {};
}
