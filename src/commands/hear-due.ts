// What a moment brings although nobody says a word: wishes come true, or are told what stands in their way.

import { entryOf } from '../core/coming.ts';
import { comings } from '../core/comings.ts';
import { bySaid, type Entry } from '../core/entry.ts';
import type { Handbook } from '../core/handbook.ts';
import type { Incident } from '../core/incident.ts';

/** A record that grows while it is heard. */
export interface Growing {
  readonly entries: readonly Entry[];
  readonly handbook: Handbook;
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

function nextDue(until: Entry, before: readonly Entry[], { incidentBefore, entries, handbook }: Growing) {
  const incident = incidentBefore(before);
  const due = incident ? comings(incident, handbook).map((coming) => entryOf(coming)) : [];
  const isKnown = (entry: Entry): boolean => entries.some(({ source }) => source === entry.source);
  return due.find((entry) => bySaid(entry, until) < 0 && !isKnown(entry));
}

/** How many of the entries come before a place. */
export function placeOf(place: Entry, entries: readonly Entry[]): number {
  return entries.findLastIndex((entry) => bySaid(entry, place) < 0) + 1;
}

/** The place behind everything said up to a moment (ISO UTC). */
export function endOf(now: string): Entry {
  return { source: '', by: null, saidAt: now, order: Number.MAX_SAFE_INTEGER };
}
