// Hours that come back every week: `Mon-Fri 08:00-18:00`, read from words and laid on the dates of a zone.
import { firstMoment, plusDays, weekdayOf } from './local-moment.ts';
import { localDate } from './time.ts';
import { readZone } from './zone.ts';

/** From one time of day to another on some days of the week. */
export interface Hours {
  /** 1 is Monday, 7 is Sunday. */
  readonly days: readonly number[];
  /** `08:00`. */
  readonly from: string;
  /** `18:00`, or `24:00`; not later than `from`: of the next day. */
  readonly until: string;
}

/** A stretch of time; ISO UTC, the end is no part of it. */
export interface Stretch {
  readonly from: string;
  readonly until: string;
}

const names = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

/**
 * A day of the week by its English name or the first three letters of it (`thur` and `tues` too), one or each (`Mondays`): 1 is
 * Monday; null for anything else.
 */
export function readWeekday(word: string): number | null {
  const day = word.trim().toLowerCase().replace(/s$/, '');
  const at = names.findIndex((name, index) => day === name || day === weekdayName(index + 1).toLowerCase());
  return day === 'thur' ? 4 : at < 0 ? null : at + 1;
}

/** `Monday`. */
export function weekdayName(day: number): string {
  return ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'][day - 1] ?? '';
}

/** A time of day as it is kept: `08:05`; `8:05` is read too. Null for anything else; `24:00` only where it is the end of a day. */
export function readClockTime(text: string, isEnd = false): string | null {
  const [, hour, minute] = /^(\d{1,2}):([0-5]\d)$/.exec(text.trim()) ?? [];
  if (hour === undefined || minute === undefined) return null;
  const isMidnight = isEnd && hour === '24' && minute === '00';
  return Number(hour) < 24 || isMidnight ? `${hour.padStart(2, '0')}:${minute}` : null;
}

/**
 * Reads `Mon-Fri 08:00-18:00`, `Sat 10:00-14:00`, `Sat,Sun 00:00-24:00`, `22:00-06:00` (of every day; its end is on the next).
 * @returns null for anything else, and for hours without an end (`08:00-08:00`)
 */
export function readHours(text: string): Hours | null {
  const [, days = 'Mon-Sun', start = '', end = ''] =
    /^(?:([A-Za-z]+(?: ?[-,] ?[A-Za-z]+)*) +)?(\d{1,2}:\d\d) ?- ?(\d{1,2}:\d\d)$/.exec(text.trim().slice(0, 100)) ?? [];
  const [from, until] = [readClockTime(start), readClockTime(end, true)];
  const read = readDays(days);
  return from === null || until === null || from === until || read === null ? null : { days: read, from, until };
}

/** The hours of lines that were checked; what is none is left out. */
export function hoursOf(lines: readonly string[]): readonly Hours[] {
  return lines.flatMap((text) => readHours(text) ?? []);
}

/**
 * Reads several of them, as they stand in a contract: `Mon-Fri 08:00-18:00, Sat 10:00-14:00 Europe/Berlin`, a zone behind them or not.
 * @returns null where any part of it is something else; `zone` null: none is told
 */
export function readAllHours(text: string): { readonly hours: readonly Hours[]; readonly zone: string | null } | null {
  const [, lines = '', named] = /^(.*?)(?: +\(?([A-Za-z_]+\/[\w+/-]+|UTC)\)?)?$/.exec(text.trim().slice(0, 200)) ?? [];
  const zone = named === undefined ? null : readZone(named);
  if (named !== undefined && zone === null) return null;
  const parts = lines.replaceAll('–', '-').split(/(?<=\d:\d\d)(?: ?[,;] ?| )(?:and )?(?=[A-Za-z\d])/);
  const hours = parts.flatMap((part) => readHours(part) ?? []);
  return hours.length === parts.length ? { hours, zone } : null;
}

function readDays(text: string): readonly number[] | null {
  const days: number[] = [];
  for (const part of text.split(',')) {
    const ends = part.split('-').map(readWeekday);
    const [first, last = first] = ends;
    if (ends.length > 2 || !first || !last) return null;
    for (let day = first; ; day = (day % 7) + 1) {
      days.push(day);
      if (day === last) break;
    }
  }
  return [...new Set(days)].sort((one, other) => one - other);
}

/** The stretches of hours that begin on a date. */
export function stretchesOn(date: string, hours: readonly Hours[], zone: string): readonly Stretch[] {
  const day = weekdayOf(date);
  return hours
    .filter(({ days }) => days.includes(day))
    .map(({ from, until }) => ({
      from: firstMoment(date, from, zone),
      until: firstMoment(until > from ? date : plusDays(date, 1), until, zone),
    }));
}

/** Whether a moment is within the hours. None at all: always. @param at ISO UTC, whole seconds */
export function isWithin(at: string, hours: readonly Hours[], zone: string): boolean {
  if (hours.length === 0) return true;
  const today = localDate(at, zone);
  return [plusDays(today, -1), today].some((date) =>
    stretchesOn(date, hours, zone).some(({ from, until }) => from <= at && at < until),
  );
}
