// How long after an incident another one with its cause is a recurrence.
import type { Indicator } from '../core/duty.ts';
import type { Term } from '../time/term.ts';

/** What a handbook that says nothing gets: 90 days, as the guides have it that say something. */
const usual: Term = { amount: 90, unit: 'days' };

/** The handbook's own span: that of the last indicator that looks back (its `window`; a team's own stand last), else 90 days. */
export function recursWithin(indicators: readonly Indicator[]): Term {
  return indicators.findLast(({ window }) => window !== null)?.window ?? usual;
}
