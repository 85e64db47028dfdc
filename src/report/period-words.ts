// The time of a report, in words.

import type { Period } from '../metrics/period.ts';
import { clock, localDate } from '../time/time.ts';

const months = [
  ...['January', 'February', 'March', 'April', 'May', 'June', 'July'],
  ...['August', 'September', 'October', 'November', 'December'],
];

/** `Incident metrics 2026-W10 (2–8 March)`; the one title of a period, by which people find its issue. */
export function titleOf(period: Period): string {
  return `Incident metrics ${period.id} (${spanOfDays(period)})`;
}

/** `2–8 March`; `30 March – 5 April`; `29 December 2025 – 4 January 2026`. */
export function spanOfDays({ firstDay, lastDay }: Pick<Period, 'firstDay' | 'lastDay'>): string {
  const [first, last] = [partsOf(firstDay), partsOf(lastDay)];
  if (first.year !== last.year)
    return `${first.day} ${first.month} ${first.year} – ${last.day} ${last.month} ${last.year}`;
  if (first.month !== last.month) return `${first.day} ${first.month} – ${last.day} ${last.month}`;
  return `${first.day}–${last.day} ${last.month}`;
}

/** `4 March`; `4 March 2025` where the period's last day is of another year. @param at ISO UTC @param zone IANA */
export function dayText(at: string, { zone, period }: Calendar): string {
  const { day, month, year } = partsOf(localDate(at, zone));
  return year === partsOf(period.lastDay).year ? `${day} ${month}` : `${day} ${month} ${year}`;
}

/** `4 March 14:02`, as the zone's clocks show it; the zone is said once, above. */
export function momentText(at: string, calendar: Calendar): string {
  return `${dayText(at, calendar)} ${clock(at, calendar.zone)}`;
}

/** What tells days apart: a report is one. */
export interface Calendar {
  /** IANA zone. */
  readonly zone: string;
  readonly period: Pick<Period, 'lastDay'>;
}

function partsOf(date: string): { readonly day: number; readonly month: string; readonly year: number } {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  return { day, month: months[month - 1] ?? '', year };
}
