// Terms that run in a team's working time only, and whether and until when a moment is within it.

import { Temporal } from 'temporal-polyfill';
import { type Calendar, usualHours } from './calendar.ts';
import { firstMoment, plusDays, weekdayOf } from './local-moment.ts';
import { dueAfter, type Term } from './term.ts';
import { iso, localDate } from './time.ts';
import { type Stretch, stretchesOn } from './weekly-hours.ts';

/** How far ahead working time is looked for: as long as the longest term. */
const mostDays = 3660;

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
  for (const stretch of openFrom(from, calendar)) {
    const length = Date.parse(stretch.until) - Date.parse(stretch.from);
    if (length >= left) return moment(Date.parse(stretch.from) + left);
    left -= length;
  }
  return moment(Date.parse(from) + mostDays * 86_400_000);
}

/** The working time from one moment to another, in seconds; 0 where the second is not later. @param from ISO UTC. @param until ISO UTC */
export function businessSeconds(from: string, until: string, calendar: Calendar): number {
  let total = 0;
  for (const stretch of openFrom(from, calendar)) {
    if (stretch.from >= until) break;
    total += Date.parse(stretch.until < until ? stretch.until : until) - Date.parse(stretch.from);
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
  const start = iso(Temporal.Instant.from(at));
  let date = localDate(start, calendar.zone);
  for (let day = 0; day <= mostDays; day += 1, date = plusDays(date, 1)) {
    for (const { from, until } of openOn(date, calendar)) {
      if (until > start) yield { from: from > start ? from : start, until };
    }
  }
}

/** The working time of a date: nothing on a holiday, also of hours that began the evening before; what overlaps is one. */
function openOn(date: string, { zone, hours, holidays }: Calendar): readonly Stretch[] {
  if (holidays.includes(date)) return [];
  const [begins, ends] = [firstMoment(date, '00:00', zone), firstMoment(date, '24:00', zone)];
  const told = hours.length > 0 ? hours : usualHours;
  const today = weekdayOf(date);
  if (!told.some(({ days }) => days.includes(today) || days.includes(today === 1 ? 7 : today - 1))) return [];
  const open: Stretch[] = [];
  const all = [plusDays(date, -1), date].flatMap((day) => stretchesOn(day, told, zone));
  for (const one of all.toSorted((left, right) => (left.from < right.from ? -1 : 1))) {
    const last = open.at(-1)?.until ?? begins;
    const from = one.from > last ? one.from : last;
    const until = one.until < ends ? one.until : ends;
    if (from < until) open.push({ from, until });
  }
  return open;
}

function moment(milliseconds: number): string {
  return iso(Temporal.Instant.fromEpochMilliseconds(milliseconds));
}
