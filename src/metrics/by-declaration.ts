// The order of incidents wherever one is needed: when they were declared.
import type { IncidentLine } from '../lines/line.ts';

/** Compares two incidents: declared first stands first, those never declared before all; then by address. */
export function byDeclaration(one: IncidentLine, other: IncidentLine): number {
  return (
    order(one.milestones.declared?.at ?? '', other.milestones.declared?.at ?? '') ||
    order(one.repository.toLowerCase(), other.repository.toLowerCase()) ||
    one.issue - other.issue
  );
}

function order(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
