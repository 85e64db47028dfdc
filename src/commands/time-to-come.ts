// A time to come as people say it: `next 15:20`, `/eta in 30m`.
import { localDate, minutesBetween, readDuration, readMoment, readTime } from '../time/time.ts';

/** `at` is ISO UTC, null where the words are no time to come; `over`: they are a time, and it is past. */
export interface TimeToCome {
  readonly at: string | null;
  readonly over?: true;
}

/** Who says `02:50` at 03:04 means no time of tomorrow: of the next day a time alone is within the next twelve hours. */
export function timeToCome(words: string, saidAt: string, zone: string): TimeToCome {
  const moment = readMoment(words, saidAt, zone);
  if (!moment) return /\d/.test(words) && readTime(words, saidAt, zone) ? { at: null, over: true } : { at: null };
  const isBare = /^\d{1,2}[:.h]?\d{0,2}(?![\d-])/.test(words) && !readDuration(words);
  const isTomorrow = localDate(moment.at, zone) > localDate(saidAt, zone);
  return isBare && isTomorrow && minutesBetween(saidAt, moment.at) > 12 * 60
    ? { at: null, over: true }
    : { at: moment.at };
}
