// What is said of a clock time that was taken as the day before's.
import { type Entry, happenedAt } from '../../core/entry.ts';
import type { Handbook } from '../../core/handbook.ts';
import { formatTime, localDate } from '../../time/time.ts';
import { toType } from '../names.ts';
import { milestoneOf } from './doubled-hour-words.ts';

/** Which day it was taken for, and how to say another one; null: the time of the entry was no such one. */
export function dayBeforeWords(entry: Entry, handbook: Handbook): string | null {
  if (!entry.dayBefore) return null;
  const { zone } = handbook;
  // Another year's day beside it: the date is the point.
  const taken = formatTime(happenedAt(entry), zone, '2000-01-01T00:00:00Z');
  const milestone = milestoneOf(entry, handbook);
  const how = milestone
    ? `If another day was meant: ${toType(`/${milestone} at ${localDate(entry.saidAt, zone)} HH:MM`)}`
    : `If another day was meant, take it back: ${toType('/undo')}`;
  return `That time has not come yet today, so I took it as the day before's: ${taken}. ${how}`;
}
