// The hour that the end of daylight saving doubles: what a clock time in it could have meant as well.
import { Temporal } from 'temporal-polyfill';
import { iso } from './time.ts';
import { instantsOf, readZone } from './zone.ts';

/** A clock time in people's words, and the word behind it, which may be its zone. */
const clockTimes = /(?<!\d)(\d{1,2}):([0-5]\d)(?!\d)(?::[0-5]\d)?(?: ?([A-Za-z+-][\w+:/-]*))?/g;

/**
 * The earlier moment (ISO UTC) that the words could as well have meant, where the moment read from them is the later of two at which
 * the zone's clocks show the same; null: they mean one moment only, as they do with a zone or an offset behind the time.
 */
export function earlierReading(words: string, at: string, zone: string): string | null {
  const shown = Temporal.Instant.from(at).toZonedDateTimeISO(zone);
  const [later, earlier] = instantsOf(shown.toPlainDate(), shown.toPlainTime(), zone);
  if (!later || !earlier || iso(later) !== at) return null;
  const typed = [...words.slice(0, 1_000).matchAll(clockTimes)].some(
    ([, hour, minute, behind]) =>
      Number(hour) === shown.hour &&
      Number(minute) === shown.minute &&
      (behind === undefined || readZone(behind) === null),
  );
  return typed ? iso(earlier) : null;
}
