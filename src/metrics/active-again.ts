// Marks that a relapse made untrue: the record keeps them, and no duration may end or begin with them.
import type { Milestone } from '../core/milestone.ts';
import type { IncidentLine } from '../lines/line.ts';

/** Milestones that coming back takes back; those of the beginning stay as they are. */
export const takenBack: readonly Milestone[] = ['mitigated', 'resolved', 'closed'];

/**
 * Whether an incident is, or was, active again after one of its milestones and has not reached it anew: the mark stands before
 * the last stretch of active time, the stretch still runs (mitigated is not over yet, so it may), or the issue is open again.
 */
export function activeAgain(line: IncidentLine, milestone: Milestone): boolean {
  const mark = line.milestones[milestone];
  if (!mark || !takenBack.includes(milestone)) return false;
  const last = line.active.at(-1);
  if (last && line.active.length > 1 && mark.at < last.from) return true;
  if (milestone === 'closed') return line.closed === null;
  return milestone === 'resolved' && last?.until === null;
}
