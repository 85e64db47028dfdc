// Terms that run in a team's working time only, and whether and until when a moment is within it.

import { Temporal } from 'temporal-polyfill';
import type { Calendar } from './calendar.ts';
import { dayNumber } from './local-moment.ts';
import { dueAfter, type Term } from './term.ts';
import { iso, localDate } from './time.ts';
import type { Stretch } from './weekly-hours.ts';
import { lengthOf, mostDays, workingDays } from './working-days.ts';

/**
 * When a term that begins at a moment is over, if only working time counts. Minutes pass within the hours alone; days are business
 * days: what begins outside of the hours begins when they do, and what would end outside of them ends when they begin again.
 * @param from ISO UTC. @returns ISO UTC, whole seconds; about ten years later where the hours do not suffice until then
 */
export function businessDue(from: string, { amount, unit }: Term, calendar: Calendar): string {
  if (unit !== 'minutes') {
    return opensAt(dueAfter(opensAt(from, calendar), { amount, unit: 'business-days' }, calendar), calendar);
  }
  let left = amount * 60_000;
  for (const { length, stretches } of workingDays(from, calendar)) {
    if (length > 0 && length >= left) return moment(endWithin(stretches(), left));
    left -= length;
  }
  return moment(Date.parse(from) + mostDays * 86_400_000);
}

/** The working time from one moment to another, in seconds; 0 where the second is not later. @param from ISO UTC. @param until ISO UTC */
export function businessSeconds(from: string, until: string, calendar: Calendar): number {
  const last = dayNumber(localDate(until, calendar.zone));
  let total = 0;
  for (const { number, length, stretches } of workingDays(from, calendar)) {
    if (number < last) total += length;
    else {
      const open = stretches();
      const before = open.filter((stretch) => stretch.from < until);
      for (const one of before) total += lengthOf(one.until < until ? one : { ...one, until });
      if (before.length < open.length || number > last + 1) break;
    }
  }
  return total / 1000;
}

/** When the hours are on: at once, or when they begin next. @param at ISO UTC. @returns ISO UTC; `at` itself where they never are */
export function opensAt(at: string, calendar: Calendar): string {
  for (const { from } of openFrom(at, calendar)) return from;
  return at;
}

/** Until when a moment is within the hours; null: it is not. @param at ISO UTC. @returns ISO UTC, the first moment that is outside */
export function openUntil(at: string, calendar: Calendar): string | null {
  let end = null as string | null;
  for (const { from, until } of openFrom(at, calendar)) {
    if (from > (end ?? at)) break;
    end = until;
  }
  return end;
}

/** The stretches of working time from a moment on, each within one date, in order; ISO UTC. */
function* openFrom(at: string, calendar: Calendar): Generator<Stretch> {
  for (const { length, stretches } of workingDays(at, calendar)) if (length > 0) yield* stretches();
}

/** The moment at which so many milliseconds of these stretches are over, of which there are as many. */
function endWithin(open: readonly Stretch[], milliseconds: number): number {
  let [left, end] = [milliseconds, 0];
  for (const stretch of open) {
    end = Math.min(Date.parse(stretch.from) + left, Date.parse(stretch.until));
    if (lengthOf(stretch) >= left) break;
    left -= lengthOf(stretch);
  }
  return end;
}

function moment(milliseconds: number): string {
  return iso(Temporal.Instant.fromEpochMilliseconds(milliseconds));
}
