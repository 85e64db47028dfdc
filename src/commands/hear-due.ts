// What a moment brings although nobody gives a command: wishes come true, clocks run out, a plain word comes to count.

import { entryOf } from '../clocks/coming.ts';
import { comings } from '../clocks/comings.ts';
import { signOfLife } from '../clocks/sign-of-life.ts';
import { bySaid, type Entry } from '../core/entry.ts';
import type { Handbook } from '../core/handbook.ts';
import type { Incident } from '../core/incident.ts';

/** A record that grows while it is heard. */
export interface Growing {
  readonly entries: readonly Entry[];
  readonly handbook: Handbook;
  /** Plain words that would be entries where they are needed, in order. */
  readonly words: readonly Entry[];
  /** The incident that a beginning of the record makes. */
  readonly incidentBefore: (before: readonly Entry[]) => Incident | null;
  readonly add: (heard: readonly Entry[], place: number) => void;
}

/** So many in one pass: whatever a handbook asks for, no pass runs for ever. */
const most = 1000;

/**
 * Puts on record what comes by itself between two places, each judged against the incident as it was then, the first one first:
 * it may bring or spare what comes next. So a late look finds what a punctual one does.
 * @param from null: what is on record already brought what it brings when it was heard
 */
export function bringDue(from: Entry | null, until: Entry, record: Growing): void {
  const told = from ? record.entries.filter((entry) => isBetween(entry, from, until)) : [];
  for (const end of [...told, until]) {
    for (let count = 0; count < most; count += 1) {
      const place = placeOf(end, record.entries);
      const due = nextDue(end, record.entries.slice(0, place), record);
      if (!due) break;
      record.add([due], placeOf(due, record.entries));
    }
  }
}

function isBetween(entry: Entry, from: Entry, until: Entry): boolean {
  return entry.fact !== undefined && bySaid(entry, from) > 0 && bySaid(entry, until) < 0;
}

function nextDue(until: Entry, before: readonly Entry[], { words, incidentBefore, entries, handbook }: Growing) {
  const incident = incidentBefore(before);
  if (!incident) return undefined;
  const isKnown = (entry: Entry): boolean => entries.some(({ source }) => source === entry.source);
  const due = comings(incident, handbook)
    .map((coming) => entryOf(coming))
    .find((entry) => bySaid(entry, until) < 0 && !isKnown(entry));
  const sign = words.length > 0 ? signOfLife(incident, handbook, words) : null;
  const end = due ?? until;
  return sign && bySaid(sign.needed, end) < 0 && !isKnown(sign.entry) ? sign.entry : due;
}

/** How many of the entries come before a place. */
export function placeOf(place: Entry, entries: readonly Entry[]): number {
  return entries.findLastIndex((entry) => bySaid(entry, place) < 0) + 1;
}

/** The place behind everything said up to a moment (ISO UTC). */
export function endOf(now: string): Entry {
  return { source: '', by: null, saidAt: now, order: Number.MAX_SAFE_INTEGER };
}
