// The open incidents of a repository in the order in which the handbook wants them seen to.
import type { QueueKey } from './classification.ts';
import { type Handbook, statusFor, statusLabel } from './handbook.ts';
import type { OtherIncident } from './snapshot.ts';

/** One incident as its labels tell it; null: they do not. */
export interface Queued {
  readonly number: number;
  readonly severity: string | null;
  readonly type: string | null;
  readonly status: string | null;
  /** When its issue was opened; ISO UTC. */
  readonly since: string;
  /** Something is owed past its time; missing: nothing is, or the handbook has no label that tells. */
  readonly breached?: true;
}

/** What an issue's labels tell of it. What bears no type's label is of the first type that has none. */
export function queuedOf({ number, createdAt, labels }: Omit<OtherIncident, 'title'>, handbook: Handbook): Queued {
  const borne = new Set(labels.map((label) => label.toLowerCase()));
  const { severities, statuses, types, breachLabel } = handbook;
  const bears = (name: string): boolean => borne.has(name.toLowerCase());
  const plain = types.find(({ label }) => label === null);
  return {
    number,
    severity: severities.find(({ id }) => bears(id))?.id ?? null,
    type: (types.find(({ label }) => label !== null && bears(label.name)) ?? plain)?.id ?? null,
    status: statuses.find(({ id }) => bears(statusLabel(handbook, id)))?.id ?? null,
    since: createdAt,
    ...(breachLabel && bears(breachLabel.name) && { breached: true }),
  };
}

/**
 * In the handbook's order, but of the same severity what still hurts stands before what is mitigated, and that before what is
 * resolved: the list says whom to see to first. What is not known comes first, because somebody must look; then the lowest number.
 */
export function queueOf(incidents: readonly Queued[], handbook: Handbook): readonly Queued[] {
  const { queue } = handbook;
  const behind = queue.indexOf('severity') + 1;
  const keys = [
    ...queue.slice(0, behind).map((key) => places[key]),
    ...(behind > 0 ? [calm] : []),
    ...queue.slice(behind).map((key) => places[key]),
  ];
  return incidents.toSorted((one, other) => {
    for (const place of keys) {
      const [here, there] = [place(one, handbook), place(other, handbook)];
      if (here !== there) return here < there ? -1 : 1;
    }
    return one.number - other.number;
  });
}

/** How far it is over: 0 while it hurts, or nobody knows; then one for each of mitigated and resolved that it has come to. */
function calm({ status }: Queued, handbook: Handbook): number {
  const place = (id: string | undefined): number => handbook.statuses.findIndex((one) => one.id === id);
  if (status === null) return 0;
  const over = [statusFor(handbook, 'mitigated'), statusFor(handbook, 'resolved')];
  return over.filter((one) => one !== undefined && place(status) >= place(one.id)).length;
}

const places: Readonly<Record<QueueKey, (queued: Queued, handbook: Handbook) => number | string>> = {
  severity: ({ severity }, { severities }) => severities.findIndex(({ id }) => id === severity),
  type: ({ type }, { types }) => types.findIndex(({ id }) => id === type),
  age: ({ since }) => since,
};
