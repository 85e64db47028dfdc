// A team's working time date by date: reckoned from the clock near by, and far ahead from the week, as long as no clock is changed.
import { Temporal } from 'temporal-polyfill';
import { type Calendar, usualHours } from './calendar.ts';
import { dayNumber, firstMoment, numberedWeekday, plusDays, weekdayOf } from './local-moment.ts';
import { iso, localDate } from './time.ts';
import { type Hours, type Stretch, stretchesOn } from './weekly-hours.ts';

/** How far ahead working time is looked for, in days: as long as the longest term. */
export const mostDays = 3660;

/** Dates that are always reckoned from the clock: most of what is asked ends within them. */
const nearDays = 14;

/** The working time of one date, from the moment on that was asked for. */
export interface WorkingDay {
  /** Days since 1970. */
  readonly number: number;
  /** In milliseconds. */
  readonly length: number;
  /** In order, each within the date; ISO UTC. */
  readonly stretches: () => readonly Stretch[];
}

/**
 * The dates from a moment on, in order, as far as working time is looked for: ten years of them cost a millisecond, since of most only
 * the length is reckoned. @param at ISO UTC
 */
export function* workingDays(at: string, calendar: Calendar): Generator<WorkingDay> {
  const start = iso(Temporal.Instant.from(at));
  const first = localDate(start, calendar.zone);
  const from = dayNumber(first);
  const holidays = new Set(calendar.holidays.map(dayNumber));
  const isChanged = changesOfClocks(start, calendar.zone);
  let week: readonly number[] | null = null;
  for (let day = 0; day <= mostDays; day += 1) {
    const number = from + day;
    const stretches = () => leftOf(openOn(plusDays(first, day), calendar), start);
    if (day <= nearDays || isChanged(number)) {
      const open = stretches();
      yield { number, length: sumOf(open), stretches: () => open };
    } else {
      week ??= weekOf(calendar.hours);
      yield { number, length: holidays.has(number) ? 0 : (week[numberedWeekday(number) - 1] ?? 0), stretches };
    }
  }
}

/** In milliseconds. */
export function lengthOf({ from, until }: Stretch): number {
  return Date.parse(until) - Date.parse(from);
}

/** Whether clocks are changed on a date, the one before or the one after, so that its hours may be longer or shorter; asked in order. */
function changesOfClocks(start: string, zone: string): (number: number) => boolean {
  let place = Temporal.Instant.from(start).subtract({ hours: 48 }).toZonedDateTimeISO(zone);
  let near = { first: Number.NEGATIVE_INFINITY, last: Number.NEGATIVE_INFINITY };
  return (number) => {
    while (number > near.last) {
      const change = place.getTimeZoneTransition('next');
      if (!change) return false;
      near = { first: numberOf(change.subtract({ seconds: 1 })) - 1, last: numberOf(change) + 1 };
      place = change;
    }
    return number >= near.first;
  };
}

function numberOf(moment: Temporal.ZonedDateTime): number {
  return dayNumber(moment.toPlainDate().toString());
}

/** How long the working time of each day of the week is where no clock is changed, Monday first; in milliseconds. */
function weekOf(hours: readonly Hours[]): readonly number[] {
  const calendar = { zone: 'UTC', hours, holidays: [] };
  return Array.from({ length: 7 }, (_, day) => sumOf(openOn(plusDays('2024-01-01', day), calendar)));
}

function sumOf(open: readonly Stretch[]): number {
  return open.reduce((sum, one) => sum + lengthOf(one), 0);
}

function leftOf(open: readonly Stretch[], start: string): readonly Stretch[] {
  return open.flatMap(({ from, until }) => (until > start ? [{ from: from > start ? from : start, until }] : []));
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
