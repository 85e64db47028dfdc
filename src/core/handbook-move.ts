// An open incident moves to another handbook, or to a newer version of its own: what becomes of what the new one does not have.
import { type Handbook, type Milestone, rank, statusFor, statusLabel, typeOf } from './handbook.ts';
import type { HandbookMove, Pinned } from './handbook-move-fact.ts';
import { holders, type Incident } from './incident.ts';

/**
 * The move of an incident.
 * @param before as it is by the old handbook @param after the same entries, replayed by the new one
 */
export function moveOf(
  before: Incident,
  after: Incident,
  from: Handbook,
  to: Handbook,
  handbook: Pinned,
): HandbookMove {
  const { severity, status, type } = before;
  const level = (id: string): string => levelIn(id, from, to);
  const current = level(severity.current);
  const [newStatus, newType] = [statusIn(before, from, to), typeOf(to, type.current)?.id ?? to.types[0]?.id ?? ''];
  const held = from.roles.filter(({ id }) => holders(before, id).length > 0);
  const label = typeOf(from, type.current)?.label?.name;
  const marks = Object.entries(before.milestones).filter(
    ([name, mark]) => !isSame(after.milestones[name as Milestone], mark),
  );
  return {
    ...{ kind: 'handbook', handbook, status: newStatus, statusSince: before.statusSince, type: newType },
    severity: { current, first: level(severity.first), peak: level(severity.peak), since: severity.since },
    was: {
      ...(current !== severity.current && { severity: severity.current }),
      ...(newStatus !== status && { status }),
      ...(newType !== type.current && { type: type.current }),
    },
    gone: held.map(({ id }) => id).filter((id) => !to.roles.some((role) => role.id === id)),
    labels: [from.label.name, severity.current, statusLabel(from, status), ...(label === undefined ? [] : [label])],
    ...(marks.length > 0 && { marks: Object.fromEntries(marks) }),
    ...(!isSame(after.segments, before.segments) && { segments: before.segments }),
  };
}

/**
 * What the move makes of an incident that was replayed by a handbook so far: the one it moved to, or one that it moved to later, which
 * may know none of the ids. Then they stay as they were; the later move tells them.
 */
export function moveHandbook(
  incident: Incident,
  { fact, at, handbook }: { readonly fact: HandbookMove; readonly at: string; readonly handbook: Handbook },
): Incident {
  const { severity, statusSince, type, labels, marks, segments } = fact;
  const { wish } = incident;
  const { severities, statuses } = handbook;
  const level = (which: 'current' | 'first' | 'peak'): string =>
    severities.some(({ id }) => id === severity[which]) ? severity[which] : incident.severity[which];
  return {
    ...incident,
    handbook: { ...fact.handbook, since: at },
    severity: {
      ...incident.severity,
      ...{ current: level('current'), first: level('first'), peak: level('peak'), since: severity.since },
    },
    type: {
      current: typeOf(handbook, type)?.id ?? incident.type.current,
      said: incident.type.said && fact.was.type === undefined,
    },
    status: statuses.find(({ id }) => id === fact.status)?.id ?? incident.status,
    statusSince,
    wish: wish && statuses.some(({ id }) => id === wish.status) ? wish : null,
    milestones: { ...incident.milestones, ...marks },
    segments: segments ?? incident.segments,
    formerLabels: [...new Set([...incident.formerLabels, ...labels])],
  };
}

/**
 * The level of the same id; else the one that stands as high among all, the more severe of two. (One process's `3` is the
 * other's worst: names tell nothing.)
 */
function levelIn(id: string, from: Handbook, to: Handbook): string {
  const old = from.severities.find((one) => one.id === id);
  const same = to.severities.find((one) => one.id === id);
  const height = old ? rank(from, id) / Math.max(1, from.severities.length - 1) : 0;
  const place = Math.floor(height * (to.severities.length - 1));
  return (same ?? to.severities[place])?.id ?? id;
}

/** The status of the same id; else of the last milestone that it passed and the new handbook has; else the first one. */
function statusIn({ status, closed }: Incident, from: Handbook, to: Handbook): string {
  if (to.statuses.some(({ id }) => id === status)) return status;
  if (closed) return (statusFor(to, 'closed') ?? to.statuses.at(-1))?.id ?? status;
  const passed = from.statuses.slice(0, from.statuses.findIndex(({ id }) => id === status) + 1).toReversed();
  const known = passed.flatMap(({ milestone }) => (milestone && statusFor(to, milestone)) ?? []);
  return (known[0] ?? to.statuses[0])?.id ?? status;
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
