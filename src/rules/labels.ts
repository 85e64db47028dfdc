// Which labels an incident bears, and which the repository must have.
import type { Expectation } from '../core/expectation.ts';
import { statusLabel, typeOf } from '../core/handbook.ts';
import { handbookLabels } from '../core/handbook-labels.ts';
import { lacksType } from '../core/required.ts';
import type { Rule } from './rule.ts';

/**
 * An incident bears `incident`, exactly one severity, exactly one status and the label of its type, where that has one; the
 * repository has them all, so that people can pick.
 */
export const labels: Rule = {
  name: 'labels',
  does: 'The label `incident`, exactly one severity, one status and the label of the type; all labels of the handbook exist in the repository.',
  expect(incident, handbook) {
    // A type that somebody still has to say is not shown as said: setting its label says it.
    const kind = lacksType(incident, handbook) ? undefined : typeOf(handbook, incident.type.current)?.label?.name;
    const status = statusLabel(handbook, incident.status);
    const right = [handbook.label.name, incident.severity.current, status, ...(kind === undefined ? [] : [kind])];
    const choice = handbookLabels(handbook).filter(({ name }) => name !== handbook.breachLabel?.name);
    const needed = incident.closed ? choice.filter(({ name }) => right.includes(name)) : choice;
    return [
      ...needed.map((label): Expectation => ({ expect: 'repository-label', ...label })),
      ...right.map((name): Expectation => ({ expect: 'label', name })),
      ...incident.formerLabels
        .filter((name) => !right.some((one) => one.toLowerCase() === name.toLowerCase()))
        .map((name): Expectation => ({ expect: 'no-label', name })),
      ...choice
        .filter(({ name }) => !right.includes(name))
        .map(({ name }): Expectation => ({ expect: 'no-label', name })),
    ];
  },
};
