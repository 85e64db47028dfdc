// A turn said too early is a wish: kept on record with its moment, and made true when that has come.

import { dueEnding } from '../core/came-due.ts';
import { baseOf } from '../core/entry.ts';
import { isShut, missing } from '../core/gate.ts';
import { type Handbook, isClosing } from '../core/handbook.ts';
import type { Incident, Wish } from '../core/incident.ts';
import { hasGate } from '../core/required.ts';
import type { Fact } from '../core/timeline.ts';
import { dueAfter } from '../time/term.ts';
import type { Coming } from './coming.ts';

/**
 * Until when an incident stays in its status at least before it goes forward (the status' `minimum`, counted from when it
 * happened, a corrected time included); null: as long as people like. A record of the past waits for nothing, nor does a type
 * without a gate. @returns ISO UTC
 */
export function staysUntil(incident: Incident, handbook: Handbook): string | null {
  const status = handbook.statuses.find(({ id }) => id === incident.status);
  if (!status?.minimum || incident.backfilled || !hasGate(incident, handbook)) return null;
  const { milestone, minimum } = status;
  // The first acknowledgement stays when its status is entered again.
  const mark = milestone === null || milestone === 'acknowledged' ? undefined : incident.milestones[milestone];
  return dueAfter(mark?.at ?? incident.statusSince, minimum, handbook);
}

/** What a wish brings at its moment: nothing where there is none. */
export function wishComing(incident: Incident, handbook: Handbook): readonly Coming[] {
  const { wish } = incident;
  if (!wish) return [];
  const source = `${baseOf(wish.source)}${dueEnding}`;
  return [{ source, at: wish.due, by: wish.by, fact: outcomeOf(wish, incident, handbook) }];
}

/** What becomes of a wish at its moment, in the incident as it is then: its turn, or what stands in its way. */
export function outcomeOf({ status, due, because }: Wish, incident: Incident, handbook: Handbook): Fact {
  const target = handbook.statuses.find(({ id }) => id === status);
  const lapsed = { kind: 'wish-lapsed', status } as const;
  const legal = handbook.statuses.find(({ id }) => id === incident.status)?.next ?? [];
  const reason = because === null ? {} : { because };
  const until = staysUntil(incident, handbook);
  if (!target) return lapsed;
  if (isClosing(target, handbook)) {
    const lacks = missing(incident, handbook);
    if (isShut(lacks)) return { ...lapsed, missing: lacks.items, ...(lacks.unclassified && { unclassified: true }) };
  } else if (!legal.includes(status)) return lapsed;
  if (until !== null && until > due) return { ...lapsed, until };
  return isClosing(target, handbook)
    ? { kind: 'closed', reason: 'completed', ...reason }
    : { kind: 'status', status, ...reason };
}
