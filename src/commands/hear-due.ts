// What a moment brings although nobody says a word: wishes come true, or are told what stands in their way.

import { baseOf, bySaid, type Entry } from '../core/entry.ts';
import type { Handbook } from '../core/handbook.ts';
import { replay, undoneSources } from '../core/replay.ts';
import { outcomeOf, placeDue } from '../core/wish.ts';

/**
 * The entries of wishes whose moment lies before a place in the record, each judged against the incident as it was at that
 * moment; those that were replaced, taken back or overtaken by then bring nothing. In order.
 */
export function dueBefore(until: Entry, entries: readonly Entry[], handbook: Handbook): readonly Entry[] {
  const wishes = entries.flatMap((entry) => (entry.fact?.kind === 'wish' ? [{ entry, due: entry.fact.due }] : []));
  if (wishes.length === 0) return [];
  const known = new Set(entries.map(({ source }) => source));
  const coming = wishes.flatMap(({ entry, due }) => {
    const place = placeDue(entry, due);
    return known.has(place.source) || bySaid(place, until) >= 0 ? [] : [{ entry, place }];
  });
  if (coming.length === 0) return [];
  const undone = undoneSources(entries.filter((entry) => bySaid(entry, until) < 0));
  return coming
    .filter(({ entry }) => !undone.has(baseOf(entry.source)))
    .sort((one, other) => bySaid(one.place, other.place))
    .flatMap(({ entry, place }) => {
      const before = entries.filter((other) => bySaid(other, place) < 0);
      const incident = replay(before, handbook);
      if (!incident?.wish || incident.wish.source !== entry.source) return [];
      return [{ ...place, fact: outcomeOf(incident.wish, incident, handbook) }];
    });
}

/** The place behind everything said up to a moment (ISO UTC). */
export function endOf(now: string): Entry {
  return { source: '', by: null, saidAt: now, order: Number.MAX_SAFE_INTEGER };
}
