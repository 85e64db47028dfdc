// A clock time without a day that today has not come yet: it was taken as that of the day before.
import { localDate, minutesBetween, readTime } from './time.ts';
import { readZone } from './zone.ts';

export interface DayBefore {
  /** The time as typed, with its zone where one was: `11:40`, `11:40 Europe/Berlin`. */
  readonly text: string;
  /** The day that it was taken for, as its zone counts days: `YYYY-MM-DD`. */
  readonly date: string;
}

/** Minutes. Who says 23:55 at five past midnight means what was just now. */
const nearby = 12 * 60;

/** A clock time in people's words: the day before it, if they told one, and the word behind it, which may be its zone. */
const clockTimes =
  /(\d{4}-\d{2}-\d{2}[t ]+|\b(?:yesterday|today|tomorrow)\s+(?:at\s+)?)?(?<!\d)(\d{1,2}:[0-5]\d(?::[0-5]\d)?)(?!\d)(?: ?([A-Za-z+-][\w+:/-]*))?/gi;

/** Which of the words made `at` (ISO UTC) a moment of the day before; null: they told the day, today's moment was meant, or one of this night. */
export function dayBefore(words: string, at: string, saidAt: string, zone: string): DayBefore | null {
  for (const [, day, time = '', behind] of words.slice(0, 1_000).matchAll(clockTimes)) {
    const named = behind === undefined ? null : readZone(behind);
    const own = named ?? zone;
    const date = localDate(at, own);
    const isFar = minutesBetween(at, saidAt) > nearby;
    const isIt = isFar && day === undefined && readTime(time, saidAt, own)?.at === at && date < localDate(saidAt, own);
    if (isIt) return { text: named === null ? time : `${time} ${behind}`, date };
  }
  return null;
}
