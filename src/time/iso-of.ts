// An instant as the core writes it, from milliseconds: Temporal tells each date once, since a pass asks thousands of times.
import { Temporal } from 'temporal-polyfill';

/** ISO UTC, whole seconds. @param epoch milliseconds since 1970. @throws RangeError for days that the calendar does not have */
export function isoOf(epoch: number): string {
  const seconds = Math.floor(epoch / 1000);
  const day = Math.floor(seconds / 86_400);
  const left = seconds - day * 86_400;
  const [hour, minute, second] = [Math.floor(left / 3600), Math.floor(left / 60) % 60, left % 60];
  return `${dateOf(day)}T${two(hour)}:${two(minute)}:${two(second)}Z`;
}

/** The date of a day, counted from 1970. */
function dateOf(day: number): string {
  const known = dates.get(day);
  if (known !== undefined) return known;
  if (dates.size >= mostDates) dates.clear();
  const date = Temporal.Instant.fromEpochMilliseconds(day * 86_400_000)
    .toString()
    .slice(0, -'T00:00:00Z'.length);
  dates.set(day, date);
  return date;
}

const dates = new Map<number, string>();
const mostDates = 20_000;

function two(value: number): string {
  return value < 10 ? `0${value}` : `${value}`;
}
