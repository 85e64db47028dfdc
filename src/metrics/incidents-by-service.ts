// How many incidents each service had.
import { findDeclared } from './find-declared.ts';
import type { Metric } from './metric.ts';

export const incidentsByService: Metric = {
  ...{ id: 'incidents-by-service', name: 'Incidents by service', group: 'counts', unit: 'count', cohort: 'declared' },
  formula:
    'Incidents by the services that they touch: one that touches two counts for both, so the sum may exceed the incidents.',
  leavesOut: ['incidents in which no service is named'],
  ...{ headline: false, better: 'lower' },
  find: (population) =>
    findDeclared(population, (line, at) => {
      const services = new Set(line.services);
      if (services.size === 0) return [{ line, at, why: 'no service named' }];
      return [...services].map((what) => ({ line, at, value: 1, what }));
    }),
};
