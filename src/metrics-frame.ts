// The time that a measuring is about: its week, and from when incidents count.
import { Temporal } from 'temporal-polyfill';
import type { Indicator } from './core/duty.ts';
import type { MeasureAsked } from './measured.ts';
import type { Period } from './metrics/period.ts';
import { readPeriod } from './metrics/read-period.ts';
import { recursWithin } from './metrics/recurs-within.ts';
import { rollingFrom } from './metrics/report-of.ts';
import { plain } from './plain.ts';
import type { Term } from './time/term.ts';
import { iso } from './time/time.ts';
import { readZone } from './time/zone.ts';

/** Something that was asked for and not understood: one sentence with what to write instead. */
export interface NotUnderstood {
  readonly why: string;
}

export interface Frame {
  readonly period: Period;
  /** Incidents that were over before count nowhere; ISO UTC. */
  readonly since: string;
}

type Asked = Pick<MeasureAsked, 'period' | 'since' | 'zone' | 'now'>;

/**
 * What is asked for, as the clocks of a zone have it. Where nobody says otherwise, incidents count from so long before the twelve
 * weeks as one that comes back is a recurrence.
 * @param zone IANA or an offset @param indicators the handbook's: how long that is
 */
export function frameIn(
  { period: words, since, now }: Asked,
  zone: string,
  indicators: readonly Indicator[] = [],
): Frame | NotUnderstood {
  const period = readPeriod(words, now, zone);
  if ('why' in period) return period;
  const twelveWeeks = Temporal.Instant.from(rollingFrom(period, zone));
  if (since === null) return { period, since: iso(twelveWeeks.subtract({ hours: hoursOf(recursWithin(indicators)) })) };
  const from = sinceNamed(since, twelveWeeks, zone);
  return typeof from === 'string' ? { period, since: from } : from;
}

/** A week begins somewhere up to half a day before it does in UTC: what is none in the one may be one in the other. */
const somewhere = ['UTC', 'Pacific/Kiritimati', 'Etc/GMT+12'] as const;
/** The week that is the last one in UTC may still run elsewhere. */
const apart = { hours: 8 * 24 } as const;

/**
 * From when incidents are read before it is known in which zone weeks are counted: what is too much is left out afterwards. It
 * is the same all week.
 * @returns why not, for what is understood in no zone
 */
export function reachOf(asked: Asked): Pick<Frame, 'since'> | NotUnderstood {
  const zone = asked.zone === null ? null : zoneNamed(asked.zone);
  if (zone !== null) return typeof zone === 'string' ? frameIn(asked, zone) : zone;
  const frames = somewhere.map((one) => frameIn(asked, one));
  const frame = frames.find((one) => !('why' in one)) ?? frames[0]!;
  return 'why' in frame ? frame : { since: iso(Temporal.Instant.from(frame.since).subtract(apart)) };
}

/** The zone that was asked for. @param words as in the config's `zone` */
export function zoneNamed(words: string): string | NotUnderstood {
  return readZone(words) ?? { why: `${plain(words, 60)} is no zone: write one such as Europe/Berlin or UTC.` };
}

/** As long or longer, whatever days are business days. */
function hoursOf({ amount, unit }: Term): number {
  if (unit === 'minutes') return Math.ceil(amount / 60);
  return 24 * (unit === 'days' ? amount : 2 * amount + 4);
}

/** @param twelveWeeks the first moment of the report's twelve weeks: a later `since` would leave weeks of it empty */
function sinceNamed(words: string, twelveWeeks: Temporal.Instant, zone: string): string | NotUnderstood {
  const since = instantIn(words.trim(), zone);
  const first = twelveWeeks.toZonedDateTimeISO(zone).toPlainDate().toString();
  if (!since) return { why: `${plain(words, 60)} is no day: write one such as ${first}.` };
  if (Temporal.Instant.compare(since, twelveWeeks) <= 0) return iso(since);
  return { why: `${plain(words, 60)} is within the twelve weeks that the report tells of: write ${first} or earlier.` };
}

function instantIn(words: string, zone: string): Temporal.Instant | null {
  try {
    return /^\d{4}-\d{2}-\d{2}$/.test(words)
      ? Temporal.PlainDate.from(words).toZonedDateTime(zone).toInstant()
      : Temporal.Instant.from(words);
  } catch {
    return null;
  }
}
