// The line of a record that nothing proves: whoever may write as the app's bot could have made it of any JSON.
import type { Entry } from '../core/entry.ts';
import type { Handbook } from '../core/handbook.ts';
import { replay } from '../core/replay.ts';
import { type IncidentLine, incidentLine } from './line.ts';
import { type LineIssue, lineOf } from './line-of.ts';

/** The line that these entries make, or null where they make none that we would write. Never throws. */
export function lineUnproved(issue: LineIssue, entries: readonly Entry[], handbook: Handbook): IncidentLine | null {
  try {
    const incident = replay(entries, handbook);
    const line = incident && lineOf(issue, { incident, entries }, handbook);
    return line && incidentLine.safeParse(line).success ? line : null;
  } catch {
    return null;
  }
}
