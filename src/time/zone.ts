// Zones as people write them, and wall-clock times in them.
import { Temporal } from 'temporal-polyfill';

/** Abbreviations that mean one offset only. `BST`, `IST`, `CST`, `MST` mean several and are not read. */
const abbreviations: Readonly<Record<string, string>> = {
  utc: 'UTC',
  z: 'UTC',
  gmt: 'UTC',
  cet: '+01:00',
  cest: '+02:00',
  est: '-05:00',
  edt: '-04:00',
  pst: '-08:00',
  pdt: '-07:00',
};

/**
 * Reads a zone: `UTC`, `Z`, `GMT`, an offset (`+02:00`, `+2`, `UTC+2`), an IANA name with a slash (`Europe/Berlin`) or an
 * unambiguous abbreviation.
 * @returns a zone that Temporal knows, or null for anything else, ambiguous abbreviations included.
 */
export function readZone(text: string): string | null {
  const word = text.trim().toLowerCase();
  const known = Object.hasOwn(abbreviations, word) ? abbreviations[word] : undefined;
  if (known) return known;
  const offset = /^(?:utc|gmt)?([+-])(\d{1,2})(?::?([0-5]\d))?$/.exec(word);
  if (offset) return Number(offset[2]) > 14 ? null : `${offset[1]}${offset[2]!.padStart(2, '0')}:${offset[3] ?? '00'}`;
  return /^[a-z_]{2,20}(?:\/[a-z0-9_+-]{1,30}){1,2}$/.test(word) && isZone(word) ? text.trim() : null;
}

/**
 * The instants at which the clocks of a zone show a date and time, latest first: one as a rule, two in the hour that the end of
 * daylight saving doubles, none in the gap at its beginning.
 */
export function instantsOf(date: Temporal.PlainDate, time: Temporal.PlainTime, zone: string): Temporal.Instant[] {
  const wall = date.toPlainDateTime(time);
  const later = wall.toZonedDateTime(zone, { disambiguation: 'later' });
  if (!later.toPlainDateTime().equals(wall)) return [];
  const earlier = wall.toZonedDateTime(zone, { disambiguation: 'earlier' });
  return earlier.equals(later) ? [later.toInstant()] : [later.toInstant(), earlier.toInstant()];
}

function isZone(name: string): boolean {
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(name);
    return true;
  } catch {
    return false;
  }
}
