// Which labels an incident bears, and which the repository must have.
import type { Expectation } from '../core/expectation.ts';
import { type Handbook, statusLabel } from '../core/handbook.ts';
import type { Rule } from './rule.ts';

/** An incident bears `incident`, exactly one severity and exactly one status; the repository has them all, so that people can pick. */
export const labels: Rule = {
  name: 'labels',
  does: 'The label `incident`, exactly one severity and one status; all labels of the handbook exist in the repository.',
  expect(incident, handbook) {
    const right = [handbook.label.name, incident.severity.current, statusLabel(handbook, incident.status)];
    const choice = choices(handbook);
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

function choices(handbook: Handbook) {
  const { label, severities, statuses } = handbook;
  return [
    label,
    ...severities.map(({ id, color, description }) => ({ name: id, color, description })),
    ...statuses.map(({ id, color, description }) => ({ name: statusLabel(handbook, id), color, description })),
  ];
}
