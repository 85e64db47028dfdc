// The gate: what must be true before an incident may be closed, item by item (decision 14).
import { type ChecklistItem, type Handbook, type Proof, statusFor } from './handbook.ts';
import type { Incident } from './incident.ts';
import { hasGate, lacksType } from './required.ts';
import { type Entry, type Fact, happenedAt } from './timeline.ts';

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
  const open = handbook.checklist.filter((item) => !isDone(item, incident, handbook));
  return {
    status: isResolved(incident, handbook) ? null : incident.status,
    items: open.map(({ id }) => id),
    ...(lacksType(incident, handbook) && { unclassified: true }),
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

/** A fact that proves an item: when it happened (ISO UTC), when it was said, and which proof it is. */
export interface Proved {
  readonly at: string;
  readonly saidAt: string;
  readonly why: Proof;
}

/** The fact that proves an item, or null when nothing does (or the item has no proof). */
export function proved(item: ChecklistItem, incident: Incident, handbook: Handbook): Proved | null {
  if (item.provedBy === null) return null;
  const found = proofs[item.provedBy](incident, handbook);
  return found && { at: found.at, saidAt: found.saidAt, why: item.provedBy };
}

/** Whether the incident stands at `resolved` or later. A handbook without such a status asks for none. */
export function isResolved(incident: Incident, handbook: Handbook): boolean {
  const resolved = statusFor(handbook, 'resolved');
  if (!resolved) return true;
  const place = (id: string): number => handbook.statuses.findIndex((status) => status.id === id);
  return place(incident.status) >= place(resolved.id);
}

type Found = { readonly at: string; readonly saidAt: string } | null;

const proofs: Readonly<Record<Proof, (incident: Incident, handbook: Handbook) => Found>> = {
  identified: (incident) => incident.milestones.identified ?? null,
  'update-at-resolved': sinceResolved(({ kind }) => kind === 'update'),
  'post-mortem-merged': ({ timeline }) => foundAt(timeline.findLast(({ fact }) => fact?.kind === 'post-mortem-merged')),
  'final-severity': sinceResolved((fact) => fact.kind === 'severity' && !fact.assumed),
  'final-summary': sinceResolved((fact) => fact.kind === 'situation' && fact.field === 'summary'),
  'duplicates-grouped': ({ timeline }) => foundAt(timeline.findLast(({ fact }) => fact?.kind === 'link')),
  classified: ({ timeline }) => foundAt(timeline.findLast(({ fact }) => fact?.kind === 'type')),
};

/** Since when it counts as resolved: the newest word that it is; a correction of the time is no such word. Null while it is not. */
function resolvedSince(incident: Incident, handbook: Handbook): string | null {
  const resolved = statusFor(handbook, 'resolved')?.id;
  if (!isResolved(incident, handbook)) return null;
  const word = incident.timeline.findLast(({ fact }) => fact?.kind === 'status' && fact.status === resolved);
  return word?.saidAt ?? incident.milestones.resolved?.saidAt ?? null;
}

/** The first entry of a kind that was said at or after it was resolved. */
function sinceResolved(is: (fact: Fact) => boolean): (incident: Incident, handbook: Handbook) => Found {
  return (incident, handbook) => {
    const since = resolvedSince(incident, handbook);
    if (since === null) return null;
    return foundAt(incident.timeline.find(({ fact, saidAt }) => fact && is(fact) && saidAt >= since));
  };
}

function foundAt(entry: Entry | undefined): Found {
  return entry ? { at: happenedAt(entry), saidAt: entry.saidAt } : null;
}
