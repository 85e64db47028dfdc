// How long one incident took from one of its milestones to another.
import type { Milestone } from '../core/milestone.ts';
import type { IncidentLine } from '../lines/line.ts';
import { activeAgain } from './active-again.ts';
import type { LeftOut } from './metric.ts';
import { minutesFrom } from './minutes.ts';

/** Why there are no such minutes. */
type Unmeasured = Omit<LeftOut, 'line' | 'at'>;

/** Minutes, parts of one included, or why there are none: a milestone is missing, was taken back, or stands before the other. */
export function lasted(line: IncidentLine, from: Milestone, to: Milestone): number | Unmeasured {
  const [start, end] = [line.milestones[from], line.milestones[to]];
  if (!end) return lacking(to);
  if (activeAgain(line, to) || activeAgain(line, from)) return { why: 'active again' };
  if (!start) return lacking(from);
  const minutes = minutesFrom(start.at, end.at);
  return minutes < 0 ? { why: 'ends before it begins' } : minutes;
}

function lacking(missing: Milestone): Unmeasured {
  return { why: `no \`${missing}\``, missing };
}
