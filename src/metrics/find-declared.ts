// Metrics that count incidents in the week in which they were declared.
import type { IncidentLine } from '../lines/line.ts';
import { findEach, type Given } from './find-each.ts';
import type { Finding, Population } from './metric.ts';

/** As findEach, for incidents with a declaration, and its moment (ISO UTC). */
export function findDeclared(
  { counted }: Population,
  look: (line: IncidentLine, at: string) => readonly Given[],
): Finding {
  return findEach(counted, (line) => {
    const at = line.milestones.declared?.at;
    return at === undefined ? [] : look(line, at);
  });
}
