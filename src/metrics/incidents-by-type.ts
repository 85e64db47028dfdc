// How many incidents of each type were declared.
import { findDeclared } from './find-declared.ts';
import type { Metric } from './metric.ts';

export const incidentsByType: Metric = {
  ...{ id: 'incidents-by-type', name: 'Incidents by type', group: 'counts', unit: 'count', cohort: 'declared' },
  formula: 'Incidents by their type as it stands.',
  ...{ leavesOut: [], headline: false, better: null },
  find: (population) => findDeclared(population, (line, at) => [{ line, at, value: 1, what: line.type.name }]),
};
