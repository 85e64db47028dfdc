// The label of what is owed past its time.
import { stateAt } from '../core/clock.ts';
import { clocksOf } from '../core/clocks.ts';
import type { Rule } from './rule.ts';

/** It is there while something is owed past its time, and goes when that is done: whoever filters by it sees what waits for somebody. */
export const clockLabels: Rule = {
  name: 'clock-labels',
  does: "The handbook's `breach-label` while something is owed past its time.",
  expect(incident, handbook, now) {
    const { breachLabel } = handbook;
    if (!breachLabel) return [];
    const breached = clocksOf(incident, handbook).some((clock) => stateAt(clock, now) === 'breached');
    if (!breached) return [{ expect: 'no-label', name: breachLabel.name }];
    return [
      { expect: 'repository-label', ...breachLabel },
      { expect: 'label', name: breachLabel.name },
    ];
  },
};
