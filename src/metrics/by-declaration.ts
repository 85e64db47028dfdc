// The order of incidents wherever one is needed: when they were declared.
import type { IncidentLine } from '../lines/line.ts';
import { inOrder } from './in-order.ts';

/** Compares two incidents: declared first stands first, those never declared before all; then by address. */
export function byDeclaration(one: IncidentLine, other: IncidentLine): number {
  return (
    inOrder(one.milestones.declared?.at ?? '', other.milestones.declared?.at ?? '') ||
    inOrder(one.repository.toLowerCase(), other.repository.toLowerCase()) ||
    one.issue - other.issue
  );
}
