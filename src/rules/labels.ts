// Which labels an incident bears, and which the repository must have.
import type { Expectation } from '../core/expectation.ts';
import { statusLabel } from '../core/handbook.ts';
import { standingLabels } from '../core/handbook-labels.ts';
import type { Rule } from './rule.ts';

/** An incident bears `incident`, exactly one severity and exactly one status; the repository has them all, so that people can pick. */
export const labels: Rule = {
  name: 'labels',
  does: 'The label `incident`, exactly one severity and one status; all labels of the handbook exist in the repository.',
  expect(incident, handbook) {
    const right = [handbook.label.name, incident.severity.current, statusLabel(handbook, incident.status)];
    const choice = standingLabels(handbook);
    const needed = incident.closed ? choice.filter(({ name }) => right.includes(name)) : choice;
    return [
      ...needed.map((label): Expectation => ({ expect: 'repository-label', ...label })),
      ...right.map((name): Expectation => ({ expect: 'label', name })),
      ...choice
        .filter(({ name }) => !right.includes(name))
        .map(({ name }): Expectation => ({ expect: 'no-label', name })),
    ];
  },
};
