// The label of what is owed past its time.
import { isBreached } from '../clocks/clocks.ts';
import type { Rule } from './rule.ts';

/** It is there while something is owed past its time, and goes when that is done: whoever filters by it sees what waits for somebody. */
export const clockLabels: Rule = {
  name: 'clock-labels',
  does: "The handbook's `breach-label` while something is owed past its time.",
  expect(incident, handbook, now) {
    const { breachLabel } = handbook;
    if (!breachLabel) return [];
    if (!isBreached(incident, handbook, now)) return [{ expect: 'no-label', name: breachLabel.name }];
    return [
      { expect: 'repository-label', ...breachLabel },
      { expect: 'label', name: breachLabel.name },
    ];
  },
};
