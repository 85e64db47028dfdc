// What is wrong with spans, hours and shares as somebody wrote them, and what they probably meant.
import { readTerm } from '../time/term.ts';
import { readDuration } from '../time/time.ts';
import { readAllHours, readHours, readWeekday, weekdayName } from '../time/weekly-hours.ts';
import { didYouMean } from './nearest.ts';

/** Why a text is refused. `suggestion` null: the example of its key will do. */
export interface Fault {
  /** What goes on behind the key's name: `must be a percentage`. */
  readonly what: string;
  readonly suggestion: string | null;
}

/** Of minutes and hours; null: it can be read. */
export function spanFault(text: string): Fault | null {
  if (readDuration(text) !== null) return null;
  return meantSpan(text, 'must be a span of minutes and hours', (meant) => readDuration(meant) !== null);
}

/** Of a longer span too; null: it can be read. */
export function termFault(text: string): Fault | null {
  if (readTerm(text) !== null) return null;
  const what = 'must be a span such as `15m`, `4h`, `3d`, `2w` or `5bd`';
  return meantSpan(text, what, (meant) => readTerm(meant) !== null);
}

const minutesOf: Readonly<Record<string, number>> = { s: 1 / 60, m: 1, h: 60, d: 1440, w: 7 * 1440, y: 365 * 1440 };

function meantSpan(text: string, what: string, isRead: (meant: string) => boolean): Fault {
  const [, digits = '', unit = ''] = /^(\d{1,5}(?:[.,]\d{1,3})?) ?([a-z]*)$/i.exec(text.trim()) ?? [];
  const amount = Number(digits.replace(',', '.'));
  if (digits !== '' && amount === 0) return { what: 'must be longer than nothing', suggestion: null };
  const minutes = amount * (minutesOf[unit.charAt(0).toLowerCase() || 'm'] ?? 0);
  const meant = spanText(Math.max(1, Math.round(minutes)));
  const isSpan = minutes > 0 && /^(?:|s\w*|m|mins?|minutes?|h\w*|d\w*|w\w*|y\w*)$/i.test(unit) && isRead(meant);
  return { what, suggestion: isSpan ? `Did you mean \`${meant}\`?` : null };
}

function spanText(minutes: number): string {
  if (minutes % 1440 === 0) return `${minutes / 1440}d`;
  return minutes % 60 === 0 ? `${minutes / 60}h` : `${minutes}m`;
}

const percentages = /^(?:[1-9]\d{0,2}|1000)%?$/;

/** Of a percentage of 1 to 1000; null: it can be read. */
export function percentFault(text: string): Fault | null {
  if (percentages.test(text)) return null;
  const share = /^0?[.,]\d{1,2}$/.test(text) ? Math.round(Number(text.replace(',', '.')) * 100) : null;
  const meant = `${share ?? text.replace(/\s+/g, '')}`.replace(/%?$/, '%');
  const suggestion = percentages.test(meant) ? `Did you mean \`${meant}\`?` : null;
  return { what: 'must be a percentage from `1%` to `1000%`', suggestion };
}

/** Of hours of the week; null: they can be read. */
export function hoursFault(text: string): Fault | null {
  if (readHours(text)) return null;
  const zoned = readAllHours(text)?.zone ?? null;
  if (zoned !== null)
    return {
      what: `holds the time zone \`${zoned}\`, which is told by itself`,
      suggestion: `Write \`zone: ${zoned}\`.`,
    };
  const day = weekdayFault(text.replace(/\S*\/\S*/g, ''));
  if (day) return day;
  const whole = text.replace(/(?<![\d:])\d{1,2}(?![\d:])/g, (hour) => `${hour.padStart(2, '0')}:00`);
  const suggestion = readHours(whole) ? `Did you mean \`${whole.trim()}\`?` : null;
  return { what: 'must be hours of the week, where a whole day is `00:00-24:00`', suggestion };
}

const fullNames = [1, 2, 3, 4, 5, 6, 7].map(weekdayName);
const weekdays = [...fullNames, ...fullNames.map((name) => name.slice(0, 3))];

/** The first word that is no day of the week, beside a time of day, where nothing else should be a word; null: there is none. */
export function weekdayFault(text: string): Fault | null {
  if (!/\d:\d\d/.test(text)) return null;
  const strange = text.match(/\p{L}+/gu)?.find((word) => readWeekday(word) === null);
  if (strange === undefined) return null;
  const suggestion = didYouMean(strange, strange.length < 4 ? weekdays.slice(7) : weekdays.slice(0, 7));
  return { what: `names \`${strange.slice(0, 30)}\`, which is no day of the week`, suggestion };
}
