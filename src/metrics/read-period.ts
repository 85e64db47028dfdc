// The period that somebody asks for: an ISO week by its name, the last one or the running one.
import { Temporal } from 'temporal-polyfill';
import type { Period } from './period.ts';
import { periodWords } from './period-words.ts';
import { periodBefore, weekOf, weekOfDay } from './week.ts';

/** Said when words are no period that can be reported: a sentence that ends with what to write. */
export interface NoPeriod {
  readonly why: string;
}

/**
 * Reads `2026-W10` (case ignored), `last-week` or `this-week`.
 * @param now ISO UTC @param zone IANA: its clocks begin the weeks
 * @returns why not for anything else, weeks that a year does not have, and weeks that have not begun
 */
export function readPeriod(words: string, now: string, zone: string): Period | NoPeriod {
  const asked = words.trim().toLowerCase();
  if (asked === 'last-week') return lastPeriod(now, zone);
  if (asked === 'this-week') return weekOf(now, zone);
  const [, year, week] = /^([12]\d{3})-w(\d{2})$/.exec(asked) ?? [];
  const period = year && week ? named(year, week, zone) : notAWeek(asked, zone);
  return 'why' in period || period.from <= now ? period : { why: periodWords.future(period.id) };
}

/** The week before the one that runs. @param now ISO UTC @param zone IANA */
export function lastPeriod(now: string, zone: string): Period {
  return periodBefore(weekOf(now, zone), zone);
}

/** The fourth of January is always in week 1, the 28th of December always in the last one. */
function named(year: string, week: string, zone: string): Period | NoPeriod {
  const found = weekOfDay(Temporal.PlainDate.from(`${year}-01-04`).add({ weeks: Number(week) - 1 }), zone);
  if (found.id === `${year}-W${week}`) return found;
  return { why: periodWords.noSuchWeek(year, week, weekOfDay(Temporal.PlainDate.from(`${year}-12-28`), zone).id) };
}

function notAWeek(asked: string, zone: string): NoPeriod {
  const [, month, day] = /^([12]\d{3}-(?:0[1-9]|1[0-2]))(-\d{2})?$/.exec(asked) ?? [];
  if (month && !day) return { why: periodWords.month(month) };
  const date = day ? dayOf(asked) : null;
  return { why: date ? periodWords.day(asked, weekOfDay(date, zone).id) : periodWords.unknown() };
}

/** Temporal throws on a day that does not exist; to us that is an answer. */
function dayOf(words: string): Temporal.PlainDate | null {
  try {
    return Temporal.PlainDate.from(words);
  } catch {
    return null;
  }
}
