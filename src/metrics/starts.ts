// Where a team's durations begin: handbooks differ, and the report says which start it was.
import type { Indicator } from '../core/duty.ts';
import type { Milestone } from '../core/milestone.ts';
import { durations } from './durations.ts';

/**
 * The handbook's own starts: an indicator from one milestone to another is our duration with the same end, begun at its `from`
 * (`ims` resolves from `detected`). Of several with one end the last counts: what a team adds stands behind its handbook's.
 * @returns by metric id, only those that differ from the definition
 */
export function startsOf(indicators: readonly Indicator[]): Readonly<Record<string, Milestone>> {
  const starts = durations.flatMap(({ id, from, to }) => {
    const start = indicators.findLast((one) => one.to === to && one.from !== null && one.from !== to)?.from;
    return start && start !== from ? [[id, start] as const] : [];
  });
  return Object.fromEntries(starts);
}
