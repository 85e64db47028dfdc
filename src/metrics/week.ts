// ISO weeks (ISO 8601: Monday to Sunday, week 1 holds the year's first Thursday) as a zone's clocks count them.
import { Temporal } from 'temporal-polyfill';
import type { Period } from './period.ts';

/**
 * The week that holds a day. Where the clocks change it has an hour less or more; a day that begins later than midnight begins
 * then.
 * @param zone IANA @throws RangeError for a zone that does not exist
 */
export function weekOfDay(day: Temporal.PlainDate, zone: string): Period {
  const monday = day.subtract({ days: day.dayOfWeek - 1 });
  return {
    id: weekId(monday),
    from: startOf(monday, zone),
    until: startOf(monday.add({ weeks: 1 }), zone),
    firstDay: monday.toString(),
    lastDay: monday.add({ days: 6 }).toString(),
  };
}

/** The week in which an instant lies. @param at ISO UTC @param zone IANA */
export function weekOf(at: string, zone: string): Period {
  return weekOfDay(Temporal.Instant.from(at).toZonedDateTimeISO(zone).toPlainDate(), zone);
}

/** The week before. @param zone IANA: the one that the period was made with */
export function periodBefore(period: Period, zone: string): Period {
  return weekOfDay(Temporal.PlainDate.from(period.firstDay).subtract({ days: 1 }), zone);
}

/** So many weeks that end with one, oldest first. @param zone IANA */
export function weeksUntil(period: Period, count: number, zone: string): readonly Period[] {
  const monday = Temporal.PlainDate.from(period.firstDay);
  return Array.from({ length: count }, (_, index) => weekOfDay(monday.subtract({ weeks: count - 1 - index }), zone));
}

/** `2026-W10`: the year is the one of the week's Thursday, which is not always that of its Monday. */
function weekId(monday: Temporal.PlainDate): string {
  return `${String(monday.yearOfWeek).padStart(4, '0')}-W${String(monday.weekOfYear).padStart(2, '0')}`;
}

function startOf(day: Temporal.PlainDate, zone: string): string {
  return day.toZonedDateTime(zone).toInstant().toString({ smallestUnit: 'second' });
}
