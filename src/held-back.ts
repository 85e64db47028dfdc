// Outsiders whose further reports are not taken up: what they do to those is no reason to look, for an hour.

import type { Incident } from './core/incident.ts';
import { keepNewest } from './core/keep-newest.ts';
import type { IncidentRecord } from './core/record.ts';

/** Until when, in milliseconds since 1970, by `owner/name login` in lower case; the newest at the end. */
export type HeldBack = Map<string, number>;

/** What tells one person in one repository. */
export interface Outsider {
  readonly owner: string;
  readonly name: string;
  readonly login: string;
}

const most = 1000;
const hour = 3_600_000;

/** Whether what somebody does to a report of their own, which is no incident that we know, can wait. `now`: ISO. */
export function isHeldBack(heldBack: HeldBack, outsider: Outsider, now: string): boolean {
  const left = (heldBack.get(keyOf(outsider)) ?? 0) - Date.parse(now);
  // More than was ever given: our clock was ahead when it was.
  return left > 0 && left <= hour;
}

/**
 * Notes what a look showed: a report too many holds its author back, and one of theirs that was confirmed or closed lets the next one
 * be looked at.
 */
export function noteHeldBack(
  heldBack: HeldBack,
  { owner, name }: Omit<Outsider, 'login'>,
  { record, incident }: { readonly record: IncidentRecord; readonly incident: Incident | null },
  now: string,
): void {
  const free = incident && (incident.confirmed || incident.closed) ? incident.declaredBy : null;
  if (free) heldBack.delete(keyOf({ owner, name, login: free.login }));
  if (incident) return;
  const crowded = record.entries.find(({ refusal }) => refusal?.reason === 'reports-waiting')?.by;
  if (!crowded) return;
  keepNewest(heldBack, keyOf({ owner, name, login: crowded.login }), Date.parse(now) + hour, most);
}

function keyOf({ owner, name, login }: Outsider): string {
  return `${owner}/${name} ${login}`.toLowerCase();
}
