// A team's working time: on which days and at which hours it is there.
import { weekdayOf } from './local-moment.ts';
import type { Hours } from './weekly-hours.ts';

export interface Calendar {
  /** IANA: whose clocks and dates count. */
  readonly zone: string;
  /** Empty: not told; then all of each day from Monday to Friday. */
  readonly hours: readonly Hours[];
  /** Dates that do not count at all: `2026-12-25`. */
  readonly holidays: readonly string[];
}

/** What is meant by business days and hours where nobody told others. */
export const usualHours: readonly Hours[] = [{ days: [1, 2, 3, 4, 5], from: '00:00', until: '24:00' }];

/** The working time of nobody in particular: Monday to Friday by the clocks of a zone. */
export function usualCalendar(zone: string): Calendar {
  return { zone, hours: [], holidays: [] };
}

/** Whether a date is a business day: the hours name its day of the week, and it is no holiday. @param date `2026-03-29` */
export function isBusinessDay(date: string, { hours, holidays }: Omit<Calendar, 'zone'>): boolean {
  const day = weekdayOf(date);
  return (hours.length > 0 ? hours : usualHours).some(({ days }) => days.includes(day)) && !holidays.includes(date);
}
