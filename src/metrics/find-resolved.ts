// Metrics of incidents that came to their end, counted in the week of their `resolved`.
import type { IncidentLine } from '../lines/line.ts';
import { activeAgain } from './active-again.ts';
import { findEach, type Given } from './find-each.ts';
import type { Finding } from './metric.ts';
import { overAt } from './over.ts';

/** As findEach, for incidents that are resolved, with the moment (ISO UTC) that puts them into their week; see whenResolved. */
export function findResolved(
  lines: readonly IncidentLine[],
  look: (line: IncidentLine, at: string) => readonly Given[],
): Finding {
  return findEach(lines, (line) => whenResolved(line, look));
}

/**
 * What an incident gives that is resolved. One that is over and has no `resolved`, and one that is active again, is left out; one
 * that goes on has no part yet.
 */
export function whenResolved(
  line: IncidentLine,
  look: (line: IncidentLine, at: string) => readonly Given[],
): readonly Given[] {
  const at = line.milestones.resolved?.at;
  if (at !== undefined) return activeAgain(line, 'resolved') ? [{ line, at, why: 'active again' }] : look(line, at);
  const over = overAt(line);
  return over === null ? [] : [{ line, at: over, why: 'no `resolved`', missing: 'resolved' }];
}
