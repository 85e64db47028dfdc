// The levels that people gave an incident, in order.
import type { IncidentLine } from '../lines/line.ts';

/**
 * Ids of its levels from the declaration on, confirmations too. A first one that the handbook guessed because the report did not
 * tell it is nobody's judgement and is not among them; empty: nobody has said any.
 */
export function levelsSaid({ severity }: IncidentLine): readonly string[] {
  if (severity === null) return [];
  const first = severity.firstAssumed ? [] : [severity.first];
  return [...first, ...severity.changes.map(({ to }) => to)];
}
