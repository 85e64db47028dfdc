// What no number counts, and why.
import type { IncidentLine } from '../lines/line.ts';
import type { Exclusion } from './metric.ts';

/**
 * Why an incident is not counted, the first reason that holds: it was a drill, a duplicate, no incident after all (cancelled,
 * closed as not planned, carried over into an ordinary issue), an outsider's report that nobody confirmed, or is of a type that its handbook does not count.
 * @returns null: it is counted (or counts with its parent, which this does not know)
 */
export function exclusionOf({ drill, closed, confirmed, links, type }: IncidentLine): Exclusion | null {
  if (drill) return 'drill';
  if (closed?.reason === 'duplicate' || links.duplicate !== null) return 'duplicate';
  if (closed?.reason === 'not_planned' || closed?.carriedOver) return 'not-an-incident';
  if (confirmed === false) return 'unconfirmed';
  return type.counted ? null : 'other-type';
}
