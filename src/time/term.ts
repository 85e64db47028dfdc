// Spans as handbooks write them: minutes and hours, calendar days, business days.
import { Temporal } from 'temporal-polyfill';
import { businessDays, type Calendar, usualCalendar } from './calendar.ts';
import { isoOf } from './iso-of.ts';
import { dayNumber } from './local-moment.ts';

/** So many minutes, calendar days or business days (see {@link Calendar}). */
export interface Term {
  readonly amount: number;
  readonly unit: 'minutes' | 'days' | 'business-days';
}

const longestDays = 3660;

/**
 * `15m`, `1h30m`, `72h`, `3d`, `2w` (two weeks), `5bd` (business days); null for anything else, for nothing and for more
 * than ten years.
 */
export function readTerm(text: string): Term | null {
  const days = /^(\d{1,4}) ?(d|w|bd)$/.exec(text.trim());
  if (days) {
    const amount = Number(days[1]) * (days[2] === 'w' ? 7 : 1);
    if (amount === 0 || amount > longestDays) return null;
    return { amount, unit: days[2] === 'bd' ? 'business-days' : 'days' };
  }
  const parts = /^(?:(\d{1,4})h)?(?:(\d{1,5})m)?$/.exec(text.trim());
  const amount = Number(parts?.[1] ?? 0) * 60 + Number(parts?.[2] ?? 0);
  return parts && amount > 0 ? { amount, unit: 'minutes' } : null;
}

/** The term as people read it: `15 minutes`, `4 hours`, `1 h 30 min`, `5 business days`. */
export function termText({ amount, unit }: Term): string {
  if (unit !== 'minutes') return `${amount} ${unit === 'days' ? 'day' : 'business day'}${amount === 1 ? '' : 's'}`;
  const [hours, minutes] = [Math.floor(amount / 60), amount % 60];
  if (hours === 0) return `${minutes} minute${minutes === 1 ? '' : 's'}`;
  return minutes === 0 ? `${hours} hour${hours === 1 ? '' : 's'}` : `${hours} h ${minutes} min`;
}

/**
 * When a term that begins at a moment is over. Days keep the time of day in the zone; business days leave out the days on which
 * the calendar has no hours, and its holidays; one that begins on such a day counts from its last moment.
 * @param from ISO UTC @param where whose working days they are, or a zone (IANA) alone: Monday to Friday
 * @returns ISO UTC, whole seconds
 */
export function dueAfter(from: string, { amount, unit }: Term, where: string | Calendar): string {
  // In milliseconds: a reading of many incidents asks for dozens of these for each of them.
  const start = Date.parse(from);
  if (unit === 'minutes') return isoOf(start + amount * 60_000);
  const calendar = typeof where === 'string' ? usualCalendar(where) : where;
  const moment = Temporal.Instant.fromEpochMilliseconds(start).toZonedDateTimeISO(calendar.zone);
  if (unit === 'days') return iso(moment.add({ days: amount }).toInstant());
  const first = dayNumber(moment.toPlainDate().toString());
  const isBusiness = businessDays(calendar);
  let days = 0;
  for (let left = amount; left > 0; ) {
    days += 1;
    if (isBusiness(first + days)) left -= 1;
  }
  return iso(moment.add({ days }).toInstant());
}

function iso(instant: Temporal.Instant): string {
  return instant.toString({ smallestUnit: 'second' });
}
