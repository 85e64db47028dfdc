// How urgent it is to write to an issue: what the queue goes by when not everybody can write at once.
import { type Handbook, rank } from './core/handbook.ts';
import type { Incident } from './core/incident.ts';

/** Of what is no incident that anybody waits for. */
export const leastUrgent = 1000;

/** 0: of the worst level of its handbook, 1 of the next… What is closed, not confirmed or no incident comes after all of them. */
export function urgencyOf(incident: Incident | null, handbook: Handbook): number {
  if (!incident?.confirmed || incident.closed) return leastUrgent;
  return rank(handbook, incident.severity.current);
}
