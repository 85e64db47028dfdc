// A team's working time: on which days and at which hours it is there.
import { dayNumber, numberedWeekday } from './local-moment.ts';
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

/** Which dates are business days, by their {@link dayNumber}: the hours name the day of the week, and it is no holiday. */
export function businessDays({ hours, holidays }: Omit<Calendar, 'zone'>): (number: number) => boolean {
  const days = new Set((hours.length > 0 ? hours : usualHours).flatMap((one) => one.days));
  const closed = new Set(holidays.map(dayNumber));
  return (number) => days.has(numberedWeekday(number)) && !closed.has(number);
}
