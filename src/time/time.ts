// Times and spans: read from people's words, written for people. All instants are ISO strings in UTC with whole seconds.
import { Temporal } from 'temporal-polyfill';
import { isoOf } from './iso-of.ts';
import { instantsOf, readZone } from './zone.ts';

/** Now, as the core writes it. */
export function iso(instant: Temporal.Instant): string {
  return instant.round({ smallestUnit: 'second', roundingMode: 'floor' }).toString({ smallestUnit: 'second' });
}

/** An instant some minutes after another. */
export function plusMinutes(at: string, minutes: number): string {
  return isoOf(milliseconds(at) + Math.round(minutes * 60) * 1000);
}

/** The second after an instant: what is due by 14:30 is in time until 14:30:00 is over. */
export function secondAfter(at: string): string {
  return isoOf(milliseconds(at) + 1000);
}

/** Whole minutes from one instant to another; negative when the second is earlier. */
export function minutesBetween(from: string, until: string): number {
  return Math.floor((milliseconds(until) - milliseconds(from)) / 60_000);
}

/** The later of two instants. */
export function later(one: string, other: string): string {
  return milliseconds(one) >= milliseconds(other) ? one : other;
}

/** Asked thousands of times a pass: not by Temporal. */
function milliseconds(instant: string): number {
  const read = Date.parse(instant);
  if (Number.isNaN(read)) throw new RangeError(`"${instant}" is no instant`);
  return read;
}

/** A point in time as read from somebody's words. ISO UTC, whole seconds. */
export interface ReadTime {
  readonly at: string;
}

/**
 * Reads when something happened: `now`, `15m ago`, `14:02`, `today 14:02`, `yesterday 14:02`, `2026-11-22 14:02`,
 * `2026-11-22T14:02Z`, each clock time with seconds and a zone if wanted (see readZone).
 * A bare time is the latest such moment that is not after `saidAt`; in the doubled hour of daylight saving the later one counts.
 * @param saidAt ISO UTC. @param zone IANA zone for times without one.
 * @returns null for anything else, a time that the zone's clocks skip, and years outside 2000–2100. Never throws.
 */
export function readTime(text: string, saidAt: string, zone: string): ReadTime | null {
  return attempt(text, (words) => {
    const said = Temporal.Instant.from(saidAt);
    if (/^(?:just )?now$/i.test(words)) return said;
    const ago = /^(.*\S) ago$/i.exec(words);
    if (ago) return before(said, readDuration(ago[1]!));
    return onDay(words, said, zone) ?? atClock(words, said, zone, 'latest');
  });
}

/**
 * Reads a moment that is still to come: `in 30m`, `30m`, `15:20` (the next such moment), `today 15:20`, `tomorrow 09:00`,
 * `2026-11-22T14:02Z`. Parameters and result as {@link readTime}; what is not after `saidAt` is null.
 */
export function readMoment(text: string, saidAt: string, zone: string): ReadTime | null {
  return attempt(text, (words) => {
    const said = Temporal.Instant.from(saidAt);
    const minutes = readDuration(words.replace(/^in /i, ''));
    if (minutes) return said.add({ minutes });
    const read = onDay(words, said, zone) ?? atClock(words, said, zone, 'next');
    return read && Temporal.Instant.compare(read, said) > 0 ? read : null;
  });
}

/** Reads a span in minutes: `30m`, `2h`, `1h30m`, `90 min`, `2 hours`, `1d`. Null for anything else, nothing, and over 30 days. */
export function readDuration(text: string): number | null {
  const parts =
    /^(?:(\d{1,5}) ?(?:d|days?))? ?(?:(\d{1,5}) ?(?:h|hrs?|hours?))? ?(?:(\d{1,5}) ?(?:m|mins?|minutes?))?$/i.exec(
      text.trim().slice(0, 64),
    );
  if (!parts) return null;
  const minutes = Number(parts[1] ?? 0) * 1440 + Number(parts[2] ?? 0) * 60 + Number(parts[3] ?? 0);
  return minutes > 0 && minutes <= 30 * 1440 ? minutes : null;
}

/**
 * An instant for people: `10:02 UTC`; in another zone `11:02 Europe/Berlin (10:02 UTC)`; with the date in front when the day, as
 * the zone counts it, is not that of `relativeTo`.
 */
export function formatTime(at: string, zone: string, relativeTo?: string): string {
  const dated = relativeTo !== undefined && localDate(at, zone) !== localDate(relativeTo, zone);
  const utc = `${clock(at, 'UTC')} UTC`;
  if (isUtc(zone)) return dated ? `${localDate(at, 'UTC')} ${utc}` : utc;
  const otherDay = dated && localDate(at, 'UTC') !== localDate(at, zone);
  const local = `${dated ? `${localDate(at, zone)} ` : ''}${clock(at, zone)} ${zone}`;
  return `${local} (${otherDay ? `${localDate(at, 'UTC')} ` : ''}${utc})`;
}

/** A span for people: `1 h 35 min`, `2 d 4 h`. Parts of a minute are dropped; negative spans keep their sign. */
export function formatSpan(minutes: number): string {
  const whole = Math.floor(Math.abs(minutes));
  const parts = [
    [Math.floor(whole / 1440), 'd'],
    [Math.floor(whole / 60) % 24, 'h'],
    [whole % 60, 'min'],
  ] as const;
  const shown = parts.filter(([count]) => count > 0).map(([count, unit]) => `${count} ${unit}`);
  return shown.length === 0 ? '0 min' : `${minutes < 0 ? '-' : ''}${shown.join(' ')}`;
}

/** The date of an instant as a zone counts days: `YYYY-MM-DD`. */
export function localDate(at: string, zone: string): string {
  if (isUtc(zone) && isInstant(at)) return at.slice(0, 10);
  return Temporal.Instant.from(at).toZonedDateTimeISO(zone).toPlainDate().toString();
}

/** What the clocks of a zone show at an instant: `14:02`. */
export function clock(at: string, zone: string): string {
  if (isUtc(zone) && isInstant(at)) return at.slice(11, 16);
  return Temporal.Instant.from(at).toZonedDateTimeISO(zone).toPlainTime().toString({ smallestUnit: 'minute' });
}

function isUtc(zone: string): boolean {
  return /^(?:utc|etc\/utc|gmt|z)$/i.test(zone);
}

/** An instant as GitHub and we write it: in UTC its date and clock can be read off (a card prints hundreds of them). */
function isInstant(at: string): boolean {
  return /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z$/.test(at);
}

/** Temporal throws on what is not a time; to us that is an answer. */
function attempt(text: string, read: (words: string) => Temporal.Instant | null): ReadTime | null {
  if (text.length > 100) return null;
  try {
    const instant = read(text.trim().replace(/\s+/g, ' '));
    const year = instant?.toZonedDateTimeISO('UTC').year ?? 0;
    return instant && year >= 2000 && year <= 2100 ? { at: iso(instant) } : null;
  } catch {
    return null;
  }
}

function before(said: Temporal.Instant, minutes: number | null): Temporal.Instant | null {
  return minutes === null ? null : said.subtract({ minutes });
}

const clockWords = /^([01]?\d|2[0-3]):([0-5]\d)(?::([0-5]\d)(?:\.\d{1,9})?)?(?: ?(\S+))?$/;

function readClock(words: string, zone: string): { time: Temporal.PlainTime; zone: string } | null {
  const parts = clockWords.exec(words);
  const named = parts?.[4] === undefined ? zone : readZone(parts[4]);
  if (!parts || named === null) return null;
  return { time: new Temporal.PlainTime(Number(parts[1]), Number(parts[2]), Number(parts[3] ?? 0)), zone: named };
}

const days: Readonly<Record<string, number>> = { yesterday: -1, today: 0, tomorrow: 1 };

/** `2026-11-22 14:02`, `yesterday 14:02`: the day is told, so nothing is searched. */
function onDay(words: string, said: Temporal.Instant, zone: string): Temporal.Instant | null {
  const parts = /^(?:(\d{4}-\d{2}-\d{2})(?:t| )|(yesterday|today|tomorrow) (?:at )?)(.+)$/i.exec(words);
  const read = parts ? readClock(parts[3]!, zone) : null;
  if (!parts || !read) return null;
  const today = said.toZonedDateTimeISO(read.zone).toPlainDate();
  const date = parts[1] ? Temporal.PlainDate.from(parts[1]) : today.add({ days: days[parts[2]!.toLowerCase()]! });
  return instantsOf(date, read.time, read.zone)[0] ?? null;
}

/** A bare time: the latest such moment up to `said`, or the next one after it. */
function atClock(
  words: string,
  said: Temporal.Instant,
  zone: string,
  which: 'latest' | 'next',
): Temporal.Instant | null {
  const read = readClock(words, zone);
  if (!read) return null;
  const now = said.toZonedDateTimeISO(read.zone);
  const fits = (instant: Temporal.Instant) => Temporal.Instant.compare(instant, said) > 0 === (which === 'next');
  const today = instantsOf(now.toPlainDate(), read.time, read.zone);
  const found = today.find(fits);
  if (found) return found;
  // Today's clocks skip this time: another day's is not what was meant.
  const passed = Temporal.PlainTime.compare(read.time, now.toPlainTime()) <= 0;
  if (today.length === 0 && passed === (which === 'latest')) return null;
  return (
    instantsOf(now.toPlainDate().add({ days: which === 'next' ? 1 : -1 }), read.time, read.zone).find(fits) ?? null
  );
}
