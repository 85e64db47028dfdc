// The time that a clock is given: from when, for how long, without the time in which it stands still.

import type { Handbook } from '../core/handbook.ts';
import type { Incident } from '../core/incident.ts';
import type { Segment } from '../core/segment.ts';
import { businessDue, businessSeconds } from '../time/business-time.ts';
import type { Calendar } from '../time/calendar.ts';
import { dueAfter, type Term } from '../time/term.ts';
import { later, plusMinutes } from '../time/time.ts';

/** The stretches in which an incident was in one of these statuses, in order; the last one may last (`until` null). */
export function pausesOf(incident: Incident, statuses: readonly string[], handbook: Handbook): readonly Segment[] {
  if (statuses.length === 0) return [];
  const entered = incident.timeline.flatMap(({ fact, at, saidAt }) => {
    if (fact?.kind === 'status' || fact?.kind === 'handbook') return [{ status: fact.status, at: at ?? saidAt }];
    return fact?.kind === 'closed' ? [{ status: handbook.statuses.at(-1)?.id ?? '', at: at ?? saidAt }] : [];
  });
  return entered.flatMap(({ status, at }, index) => {
    if (!statuses.includes(status)) return [];
    const next = entered[index + 1]?.at ?? null;
    return next !== null && next <= at ? [] : [{ from: at, until: next }];
  });
}

/** Whose time it is. `calendar`: only that working time counts; null: all time does. */
export interface Running {
  readonly calendar: Calendar | null;
  readonly handbook: Handbook;
  /** Stretches in which it stands still. */
  readonly pauses?: readonly Segment[];
}

/** When a term is over; null: it stands still. @param from ISO UTC. @returns ISO UTC, whole seconds */
export function endOf(from: string, term: Term, { calendar, handbook, pauses = [] }: Running): string | null {
  let due = calendar ? businessDue(from, term, calendar) : dueAfter(from, term, handbook);
  for (const pause of pauses) {
    const begins = later(pause.from, from);
    if (begins >= due) break;
    if (pause.until === null) return null;
    if (pause.until > begins) due = resumed(begins, pause.until, due, calendar);
  }
  return due;
}

function resumed(stopped: string, again: string, due: string, calendar: Calendar | null): string {
  if (!calendar) return plusMinutes(due, (Date.parse(again) - Date.parse(stopped)) / 60_000);
  return businessDue(again, { amount: businessSeconds(stopped, due, calendar) / 60, unit: 'minutes' }, calendar);
}

/** The moment at which so many percent of a time are over; null: there is none. */
export function partOf(from: string, due: string | null, percent: number | null, calendar: Calendar | null) {
  if (due === null || percent === null) return null;
  if (!calendar) return plusMinutes(from, ((Date.parse(due) - Date.parse(from)) / 60_000) * (percent / 100));
  const amount = (businessSeconds(from, due, calendar) / 60) * (percent / 100);
  return businessDue(from, { amount, unit: 'minutes' }, calendar);
}
