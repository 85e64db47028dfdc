// The gate: what must be true before an incident may be closed, item by item (decision 14).
import type { Need } from './checklist-item.ts';
import { type Entry, happenedAt } from './entry.ts';
import { type ChecklistItem, type Handbook, type Proof, statusFor } from './handbook.ts';
import type { Incident } from './incident.ts';
import { itemsFor } from './items-for.ts';
import { type Found, onRecord } from './on-record.ts';
import { hasGate, lacksType } from './required.ts';
import type { Fact } from './timeline.ts';

/** What still holds the gate shut. */
export interface Missing {
  /** The status it is in, when that is before `resolved`; null: resolved. */
  readonly status: string | null;
  /** Ids of the items neither ticked nor proved, in the handbook's order. */
  readonly items: readonly string[];
  /** Its type must be said and was not. */
  readonly unclassified?: true;
}

/** What is missing before the incident may be closed as completed; nothing for a type without a gate. See {@link isShut}. */
export function missing(incident: Incident, handbook: Handbook): Missing {
  if (!hasGate(incident, handbook)) return { status: null, items: [] };
  const unclassified = lacksType(incident, handbook);
  // An item that asks for the type asks for the same: the type is told once.
  const items = itemsFor(incident, handbook).filter((item) => !(unclassified && item.provedBy === 'classified'));
  const open = items.filter((item) => !isDone(item, incident, handbook));
  return {
    status: isResolved(incident, handbook) ? null : incident.status,
    items: open.map(({ id }) => id),
    ...(unclassified && { unclassified: true }),
  };
}

/** Whether anything is missing. */
export function isShut({ status, items, unclassified }: Missing): boolean {
  return status !== null || items.length > 0 || unclassified === true;
}

/** Whether an item counts as done: somebody's tick, or a fact that proves it; the newer of a person's untick and the proof wins. */
export function isDone(item: ChecklistItem, incident: Incident, handbook: Handbook): boolean {
  const tick = incident.ticks[item.id];
  if (tick?.done) return true;
  const proof = proved(item, incident, handbook);
  return proof !== null && (!tick || tick.at < proof.saidAt);
}

/** What proves an item, and which proof it is; `needs`: all that it needs is on record. */
export interface Proved extends Found {
  readonly why: Proof | 'needs';
}

/** What proves an item, its proof and all it needs, or null while something of it is missing (or the item has no proof). */
export function proved(item: ChecklistItem, incident: Incident, handbook: Handbook): Proved | null {
  const since = item.disprovedByRelapse ? lastRelapse(incident) : null;
  const proof = item.provedBy === null ? [] : [proofs[item.provedBy](incident, handbook)];
  const all = [...proof, ...item.needs.map((need) => onRecord(need, incident, since))];
  const found = all.filter((one) => one !== null);
  const last = found.toSorted((one, other) => (one.saidAt < other.saidAt ? -1 : 1)).at(-1);
  if (!last || found.length < all.length) return null;
  return { at: last.at, saidAt: last.saidAt, why: item.provedBy ?? 'needs' };
}

/** What an item needs and is not on record yet. */
export function lacking(item: ChecklistItem, incident: Incident): readonly Need[] {
  const since = item.disprovedByRelapse ? lastRelapse(incident) : null;
  return item.needs.filter((need) => onRecord(need, incident, since) === null);
}

/** When it was last said that it is back; null: never. */
function lastRelapse({ timeline }: Incident): string | null {
  return timeline.findLast(({ fact }) => fact?.kind === 'status' && fact.relapse)?.saidAt ?? null;
}

/** Whether the incident stands at `resolved` or later. A handbook without such a status asks for none. */
export function isResolved(incident: Incident, handbook: Handbook): boolean {
  const resolved = statusFor(handbook, 'resolved');
  if (!resolved) return true;
  const place = (id: string): number => handbook.statuses.findIndex((status) => status.id === id);
  return place(incident.status) >= place(resolved.id);
}

const proofs: Readonly<Record<Proof, (incident: Incident, handbook: Handbook) => Found | null>> = {
  identified: (incident) => incident.milestones.identified ?? null,
  'update-at-resolved': sinceResolved(
    (fact, incident) => fact.kind === 'update' || (fact.kind === 'published' && reachedUsers(fact, incident)),
  ),
  'post-mortem-merged': ({ timeline }) => foundAt(timeline.findLast(({ fact }) => fact?.kind === 'post-mortem-merged')),
  'final-severity': sinceResolved((fact) => fact.kind === 'severity' && !fact.assumed),
  'final-summary': sinceResolved((fact) => fact.kind === 'situation' && fact.field === 'summary'),
  'duplicates-grouped': ({ timeline }) => foundAt(timeline.findLast(({ fact }) => fact?.kind === 'link')),
  'tasks-done': tasksDone,
  classified: ({ timeline }) => foundAt(timeline.findLast(({ fact }) => fact?.kind === 'type')),
};

/** Something published to people outside that tells how it stands, and was not retracted. */
function reachedUsers(fact: Extract<Fact, { kind: 'published' }>, { drafts }: Incident): boolean {
  const retracted = drafts.some((draft) => draft.number === fact.draft && draft.retracted !== null);
  return fact.external && fact.purpose !== 'notice' && !retracted;
}

/** When the last of the tasks that were called was ended; from the declaration on where none was. */
function tasksDone({ called, milestones }: Incident): Found | null {
  const ends = called.flatMap(({ ended }) => ended ?? []);
  if (ends.length < called.length) return null;
  return ends.toSorted((one, other) => (one.saidAt < other.saidAt ? -1 : 1)).at(-1) ?? milestones.declared ?? null;
}

/** Since when it counts as resolved: the newest word that it is; a correction of the time is no such word. Null while it is not. */
function resolvedSince(incident: Incident, handbook: Handbook): string | null {
  const resolved = statusFor(handbook, 'resolved')?.id;
  if (!isResolved(incident, handbook)) return null;
  const word = incident.timeline.findLast(({ fact }) => fact?.kind === 'status' && fact.status === resolved);
  return word?.saidAt ?? incident.milestones.resolved?.saidAt ?? null;
}

/** The first entry of a kind that was said at or after it was resolved. */
function sinceResolved(
  is: (fact: Fact, incident: Incident) => boolean,
): (incident: Incident, handbook: Handbook) => Found | null {
  return (incident, handbook) => {
    const since = resolvedSince(incident, handbook);
    if (since === null) return null;
    return foundAt(incident.timeline.find(({ fact, saidAt }) => fact && is(fact, incident) && saidAt >= since));
  };
}

function foundAt(entry: Entry | undefined): Found | null {
  return entry ? { at: happenedAt(entry), saidAt: entry.saidAt } : null;
}
