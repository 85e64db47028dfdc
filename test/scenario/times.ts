// Times as a scenario writes them, on the scenario's own calendar: day one is 2026-03-02, UTC.
import { Temporal } from 'temporal-polyfill';

const dayOne = Temporal.PlainDate.from('2026-03-02');
const pattern = /^(?:\+(\d{1,4})d\s+)?([01]\d|2[0-3]):([0-5]\d)(?::([0-5]\d))?$/;

/** @returns the instant of `HH:MM`, `HH:MM:SS` or `+Nd HH:MM` (ISO UTC, whole seconds), or null when it is no such time. */
export function storyTime(text: string): string | null {
  const [, days = '0', hour, minute, second = '00'] = pattern.exec(text.trim()) ?? [];
  if (hour === undefined || minute === undefined) return null;
  return `${dayOne.add({ days: Number(days) })}T${hour}:${minute}:${second}Z`;
}

/** Whether the time was written to the second. */
export function hasSeconds(text: string): boolean {
  return pattern.exec(text.trim())?.[4] !== undefined;
}

/** An instant some seconds later (ISO UTC). */
export function plusSeconds(at: string, seconds: number): string {
  return `${new Date(Date.parse(at) + seconds * 1000).toISOString().slice(0, 19)}Z`;
}

/** An instant as a scenario would write it: `10:02`, `10:02:01`, `+1d 09:00`. */
export function asStoryTime(at: string, withSeconds = !at.endsWith(':00Z')): string {
  const moment = Temporal.Instant.from(at).toZonedDateTimeISO('UTC');
  const days = dayOne.until(moment.toPlainDate()).days;
  const clock = moment.toPlainTime().toString({ smallestUnit: withSeconds ? 'second' : 'minute' });
  if (days === 0) return clock;
  return days > 0 ? `+${days}d ${clock}` : `${moment.toPlainDate()} ${clock}`;
}
