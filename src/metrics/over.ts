// Whether an incident is over, and since when.
import type { IncidentLine } from '../lines/line.ts';

/**
 * Open: not closed, and still active; where its active time is not on record (from the issue only), neither closed nor resolved.
 * One that is mitigated is open, one that is resolved but not closed is not.
 */
export function isOpen(line: IncidentLine): boolean {
  if (line.closed !== null || line.state === 'closed') return false;
  const last = line.active.at(-1);
  return last ? last.until === null : line.milestones.resolved === null;
}

/**
 * When it was over: closed, or else resolved, or else no longer active.
 * @returns ISO UTC; null: it is not over, or nobody knows when it was
 */
export function overAt(line: IncidentLine): string | null {
  if (line.closed) return line.closed.at;
  if (isOpen(line)) return null;
  return line.milestones.resolved?.at ?? line.active.at(-1)?.until ?? line.milestones.closed?.at ?? null;
}
