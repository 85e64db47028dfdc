// The plain words by which the holder of a role is heard: on record only where a check-in would be missed without them.

import { bySaid, type Entry } from '../core/entry.ts';
import type { Handbook } from '../core/handbook.ts';
import type { Incident } from '../core/incident.ts';
import { same } from '../core/person.ts';
import { secondAfter } from '../time/time.ts';
import { clocksOf } from './clocks.ts';

/** A plain word, and the place among entries from which on the record needs it. */
export interface SignOfLife {
  readonly entry: Entry;
  readonly needed: Entry;
}

/** Whether anybody is asked for a word in a handbook: else nobody's plain words are looked at. */
export function asksForSigns({ roles }: Handbook): boolean {
  return roles.some(({ checkIn }) => Object.keys(checkIn).length > 0);
}

/**
 * The word that answers a check-in first: when its time is over, the newest one said within it, else the first one after it. So a
 * talkative holder costs one entry a period, and whoever looks late picks the same ones as long as they stand there.
 * @param words entries to be, in order; null: there is none
 */
export function signOfLife(incident: Incident, handbook: Handbook, words: readonly Entry[]): SignOfLife | null {
  const found = clocksOf(incident, handbook).flatMap(({ kind, from, due, person, ended }): readonly SignOfLife[] => {
    if (kind !== 'check-in' || due === null || ended !== null) return [];
    const own = words.filter(({ by, saidAt }) => same(by, person) && saidAt > from);
    const within = own.findLast(({ saidAt }) => saidAt <= due);
    if (within) return [{ entry: within, needed: { ...within, source: '', saidAt: secondAfter(due), order: -2 } }];
    return own.slice(0, 1).map((entry) => ({ entry, needed: entry }));
  });
  return found.toSorted((one, other) => bySaid(one.needed, other.needed))[0] ?? null;
}
