// When the clocks of a zone first show a time: what is agreed by the clock on the wall, as an instant.
import { Temporal } from 'temporal-polyfill';
import { iso } from './time.ts';
import { instantsOf } from './zone.ts';

/**
 * The first moment at which the clocks of a zone show this time of this date or a later one. A time that the beginning of
 * daylight saving skips is the moment of the change; of an hour that its end doubles it is the first one.
 * @param date `2026-03-29`. @param time `02:30`; `24:00` is the next day's midnight. @param zone IANA. @returns ISO UTC
 */
export function firstMoment(date: string, time: string, zone: string): string {
  const key = `${date} ${time} ${zone}`;
  const known = reckoned.get(key);
  if (known !== undefined) return known;
  if (reckoned.size >= mostKept) reckoned.clear();
  const moment = reckon(date, time, zone);
  reckoned.set(key, moment);
  return moment;
}

/**
 * Zones do not change while we run, and a rota asks for the same hand-over again and again. Of so many, forgetting all at once is
 * cheaper than looking for the oldest each time.
 */
const reckoned = new Map<string, string>();
const mostKept = 20_000;

function reckon(date: string, time: string, zone: string): string {
  const [day, clock] = time === '24:00' ? [1, '00:00'] : [0, time];
  const wall = Temporal.PlainDate.from(date).add({ days: day }).toPlainDateTime(Temporal.PlainTime.from(clock));
  const earlier = wall.toZonedDateTime(zone, { disambiguation: 'earlier' });
  if (earlier.toPlainDateTime().equals(wall)) return iso(earlier.toInstant());
  // The clocks skip it: `earlier` is as long before the change as the wish lies behind it.
  return iso((earlier.getTimeZoneTransition('next') ?? earlier).toInstant());
}

/** A date some days after another: `2026-03-29`. */
export function plusDays(date: string, days: number): string {
  return Temporal.PlainDate.from(date).add({ days }).toString();
}

/** Whole days from one date to another; negative when the second is earlier. */
export function daysBetween(from: string, until: string): number {
  return Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(until), { largestUnit: 'days' }).days;
}

/** 1 is Monday, 7 is Sunday. */
export function weekdayOf(date: string): number {
  return Temporal.PlainDate.from(date).dayOfWeek;
}

/** Days from 1970 to a date, for who goes through thousands of them. @param date `2026-03-29` */
export function dayNumber(date: string): number {
  return Date.parse(`${date}T00:00:00Z`) / 86_400_000;
}

/** {@link weekdayOf} of a {@link dayNumber}: 1970 began on a Thursday. */
export function numberedWeekday(number: number): number {
  return ((((number + 3) % 7) + 7) % 7) + 1;
}

/** A date of the calendar, `2026-12-25`; null for anything else and for years outside 2000–2100. */
export function readDate(text: string): string | null {
  const [, year, month, day] = /^(20\d\d|2100)-(\d\d)-(\d\d)$/.exec(text) ?? [];
  if (day === undefined || Number(month) < 1 || Number(month) > 12) return null;
  const { daysInMonth } = Temporal.PlainDate.from(`${year}-${month}-01`);
  return Number(day) >= 1 && Number(day) <= daysInMonth ? text : null;
}

/**
 * Reads a moment: `2026-12-24 09:00` by the clocks of a zone (see {@link firstMoment}), or with `Z` or an offset of its own,
 * `2026-12-24T08:00Z`. @returns ISO UTC; null for anything else, and for what is no date or time. Never throws
 */
export function readMomentIn(text: string, zone: string): string | null {
  const [, date = '', time = '', offset] =
    /^(\d{4}-\d\d-\d\d)[ T]((?:[01]\d|2[0-3]):[0-5]\d)(?::00)?(Z|[+-](?:0\d|1[0-4]):[0-5]\d)?$/.exec(text.trim()) ?? [];
  if (readDate(date) === null) return null;
  return offset === undefined ? firstMoment(date, time, zone) : iso(Temporal.Instant.from(`${date}T${time}${offset}`));
}

/**
 * Every moment at which the clocks of a zone show what {@link readMomentIn} reads, the first one first: none in an hour that they
 * skip, two in one that comes twice; one for what has an offset of its own. @returns ISO UTC
 */
export function momentsIn(text: string, zone: string): readonly string[] {
  const [, date = '', time = ''] = /^(\d{4}-\d\d-\d\d)[ T](\d\d:\d\d)(?::00)?$/.exec(text.trim()) ?? [];
  const read = readMomentIn(text, zone);
  if (read === null || date === '') return read === null ? [] : [read];
  return instantsOf(Temporal.PlainDate.from(date), Temporal.PlainTime.from(time), zone).map(iso).reverse();
}
