// How status, milestones, closing and reopening change an incident (decisions 2, 4 and 17).

import type { Change } from './change.ts';
import type { Entry } from './entry.ts';
import { type Handbook, type Milestone, statusFor } from './handbook.ts';
import type { Incident, Tick } from './incident.ts';
import type { MilestoneMark } from './milestone.ts';
import type { Segment } from './segment.ts';

/** A new status: sets its milestone; a relapse opens a new active segment and takes disproved ticks back. */
export function setStatus(incident: Incident, { fact, at, entry, handbook }: Change<'status'>): Incident {
  const status = handbook.statuses.find(({ id }) => id === fact.status);
  if (!status) return incident;
  const unread = incident.unread.filter(({ field }) => !(field === 'over' && status.milestone === 'resolved'));
  const moved = { ...incident, status: status.id, statusSince: at, unread, wish: null };
  const marked = status.milestone ? entered(moved, status.milestone, at, entry) : moved;
  if (fact.relapse) return relapsed(marked, at, handbook);
  return status.milestone === 'resolved' ? { ...marked, segments: ended(marked.segments, at) } : marked;
}

/** A milestone said or corrected on its own. An inferred one never replaces one that was said. */
export function milestone(incident: Incident, { fact, at, entry }: Change<'milestone'>): Incident {
  const known = incident.milestones[fact.milestone];
  if (known && entry.inferred) return incident;
  const corrected = marked(incident, fact.milestone, at, entry);
  const unread = corrected.unread.filter(({ field }) => field !== fact.milestone);
  const shift = shifted[fact.milestone];
  return { ...corrected, unread, segments: shift ? shift(corrected.segments, at) : corrected.segments };
}

/** Closing: the last status and the milestone, whatever was open. */
export function close(incident: Incident, { fact, at, entry, handbook }: Change<'closed'>): Incident {
  const last = statusFor(handbook, 'closed') ?? handbook.statuses.at(-1);
  const closed = marked(incident, 'closed', at, entry);
  return {
    ...closed,
    status: last?.id ?? incident.status,
    statusSince: at,
    wish: null,
    segments: ended(closed.segments, at),
    closed: { reason: fact.reason, at, by: entry.by, anyway: fact.anyway ?? [], because: fact.because ?? null },
  };
}

/** Reopening takes the closing back, and that it is a duplicate; the status that goes with it is a fact of its own. */
export function reopen(incident: Incident, _: Change<'reopened'>): Incident {
  return { ...incident, closed: null, links: { ...incident.links, duplicate: null } };
}

/** Of several wishes the newest counts. */
export function setWish(incident: Incident, { fact, entry }: Change<'wish'>): Incident {
  if (incident.closed) return incident;
  const { status, due, because = null } = fact;
  return { ...incident, wish: { status, due, because, by: entry.by, source: entry.source } };
}

export function lapse(incident: Incident, _: Change<'wish-lapsed'>): Incident {
  return { ...incident, wish: null };
}

/** Entering a status marks its milestone; the first acknowledgement stays, the others are as last entered (a relapse replaces them). */
function entered(incident: Incident, name: Milestone, at: string, entry: Entry): Incident {
  if (name === 'acknowledged' && incident.milestones.acknowledged) return incident;
  return marked(incident, name, at, entry);
}

function marked(incident: Incident, name: Milestone, at: string, entry: Entry): Incident {
  const mark: MilestoneMark = {
    at,
    saidAt: entry.saidAt,
    by: entry.by,
    source: entry.source,
    inferred: entry.inferred ?? false,
  };
  return { ...incident, milestones: { ...incident.milestones, [name]: mark } };
}

function relapsed(incident: Incident, at: string, handbook: Handbook): Incident {
  const disproved = handbook.checklist.filter((item) => item.disprovedByRelapse).map((item) => item.id);
  const ticks = Object.entries(incident.ticks).filter(([item]) => !disproved.includes(item));
  const segments: readonly Segment[] = [...ended(incident.segments, at), { from: at, until: null }];
  return { ...incident, segments, ticks: Object.fromEntries(ticks) as Readonly<Record<string, Tick>> };
}

function ended(segments: readonly Segment[], at: string): readonly Segment[] {
  return segments.map((segment) => (segment.until === null ? { ...segment, until: at } : segment));
}

/** The incident was active from its start on, whenever it was declared. */
function begun([first, ...rest]: readonly Segment[], at: string): readonly Segment[] {
  return first ? [{ ...first, from: at }, ...rest] : [];
}

/** A corrected end moves the end of the last segment that has one. */
function reended(segments: readonly Segment[], at: string): readonly Segment[] {
  const last = segments.findLastIndex((segment) => segment.until !== null);
  return segments.map((segment, index) => (index === last ? { ...segment, until: at } : segment));
}

/** Milestones that bound the active time. */
const shifted: Partial<Record<Milestone, (segments: readonly Segment[], at: string) => readonly Segment[]>> = {
  started: begun,
  resolved: reended,
};
