// When people are not reminded: quiet hours below a line, and a snooze.

import type { Entry } from '../core/entry.ts';
import { type Handbook, rank } from '../core/handbook.ts';
import type { Incident } from '../core/incident.ts';
import { openUntil } from '../time/business-time.ts';

/**
 * When a reminder comes that is due at a moment: at once, or when the quiet hours and the snooze that it falls into are over. Quiet
 * hours are for severities below the handbook's line alone, and neither holds for one that was raised since.
 * @param due ISO UTC. @returns ISO UTC, not before that
 */
export function remindsAt(due: string, incident: Incident, handbook: Handbook): string {
  const { snooze } = incident;
  const awake = snooze && snooze.from <= due && due < snooze.until ? snooze.until : due;
  if (!isQuiet(incident, handbook)) return awake;
  const { zone, quiet } = handbook;
  return openUntil(awake, { zone, hours: quiet.hours, holidays: [] }) ?? awake;
}

/** Whether quiet hours hold for it as it stands. */
export function isQuiet(incident: Incident, handbook: Handbook): boolean {
  const { hours, below } = handbook.quiet;
  if (hours.length === 0 || wasRaised(incident, handbook)) return false;
  return rank(handbook, incident.severity.current) > rank(handbook, below ?? handbook.major);
}

/** Whether the newest change of its severity was to a worse one. */
function wasRaised({ timeline, severity }: Incident, handbook: Handbook): boolean {
  let current = severity.first;
  let raised = false;
  for (const level of timeline.flatMap(levelOf)) {
    if (level === current || !handbook.severities.some(({ id }) => id === level)) continue;
    raised = isKnown(current, handbook) && rank(handbook, level) < rank(handbook, current);
    current = level;
  }
  return raised;
}

function levelOf({ fact }: Entry): readonly string[] {
  return fact?.kind === 'severity' ? [fact.severity] : [];
}

function isKnown(level: string, { severities }: Handbook): boolean {
  return severities.some(({ id }) => id === level);
}
