// Moving an incident from one status to another: what is legal, what is a relapse, what only corrects a time.

import { type Handbook, type Status, statusFor } from '../core/handbook.ts';
import type { Incident } from '../core/incident.ts';
import type { Fact } from '../core/timeline.ts';
import { accept, type Judgement, type Room, refuse, type Stated } from './command.ts';
import { tooEarly } from './early.ts';
import type { Moved } from './moved.ts';

/**
 * Moves to a status that is not the closing one. With a time, a status already reached (or passed) means a correction of its
 * milestone; forward before its time it is a wish. Refuses a move that the handbook does not list, and the status it is in.
 */
export function move(target: Status, incident: Incident, room: Room, moved: Moved): Judgement {
  const { handbook } = room;
  const { at, because } = moved;
  const time = at === undefined ? {} : { at };
  const why = because === undefined ? {} : { because };
  const goesBack = target.id === handbook.relapse && incident.status !== target.id && isOver(incident, handbook);
  const reached = place(incident.status, handbook) >= place(target.id, handbook);
  if (reached && at !== undefined && target.milestone && !goesBack) {
    return accept({ fact: { kind: 'milestone', milestone: target.milestone, ...why }, at });
  }
  if (incident.closed && goesBack)
    return { facts: reopening(incident, handbook).map((stated) => ({ ...stated, ...time })) };
  if (incident.status === target.id) {
    return refuse({ reason: 'same-status', status: target.id, since: incident.statusSince, said: moved.saidAt });
  }
  const legal = handbook.statuses.find(({ id }) => id === incident.status)?.next ?? [];
  if (reached && target.milestone && !legal.includes(target.id)) {
    return refuse({ reason: 'already-passed', status: target.id, current: incident.status, legal });
  }
  if (!legal.includes(target.id)) {
    return refuse({ reason: 'illegal-move', from: incident.status, to: target.id, legal });
  }
  const early = reached ? null : tooEarly(target, incident, room, moved);
  if (early) return early;
  return accept({
    fact: { kind: 'status', status: target.id, ...(goesBack && { relapse: true as const }), ...why },
    ...time,
  });
}

/** The facts of an incident that is active again: reopened where it was closed, and back at the handbook's status for that. */
export function reopening(incident: Incident, handbook: Handbook): readonly Stated[] {
  const back: Fact = { kind: 'status', status: handbook.relapse, relapse: true };
  return incident.closed ? [{ fact: { kind: 'reopened' } }, { fact: back }] : [{ fact: back }];
}

/** Whether it counted as mitigated (or, in a handbook without that, resolved) or closed. */
export function isOver(incident: Incident, handbook: Handbook): boolean {
  const over = statusFor(handbook, 'mitigated') ?? statusFor(handbook, 'resolved') ?? handbook.statuses.at(-1);
  return (
    incident.closed !== null || (over !== undefined && place(incident.status, handbook) >= place(over.id, handbook))
  );
}

function place(status: string, { statuses }: Handbook): number {
  return statuses.findIndex(({ id }) => id === status);
}
