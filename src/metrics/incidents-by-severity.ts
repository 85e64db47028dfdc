// How many incidents were declared, by their level.
import { findDeclared } from './find-declared.ts';
import type { Metric } from './metric.ts';

export const incidentsBySeverity: Metric = {
  ...{ id: 'incidents-by-severity', name: 'Incidents declared', group: 'counts', unit: 'count', cohort: 'declared' },
  formula: 'Incidents by their level as it stands; those without one count in all and in none of the levels.',
  leavesOut: [],
  ...{ headline: true, better: 'lower' },
  find: (population) =>
    findDeclared(population, (line, at) => [{ line, at, value: 1, what: line.severity?.name ?? null }]),
};
