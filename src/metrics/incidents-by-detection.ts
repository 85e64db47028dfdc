// How incidents were noticed.
import { findDeclared } from './find-declared.ts';
import type { Metric } from './metric.ts';

export const incidentsByDetection: Metric = {
  id: 'incidents-by-detection',
  ...{ name: 'Incidents by how they were noticed', group: 'counts', unit: 'count', cohort: 'declared' },
  formula: 'Incidents by the words in which their report tells how they were noticed, letters’ case and spaces aside.',
  leavesOut: ['incidents whose report does not tell'],
  ...{ headline: false, better: null },
  find: (population) =>
    findDeclared(population, (line, at) => {
      const how = (line.detected?.how ?? '').trim().replaceAll(/\s+/g, ' ').toLowerCase();
      if (how === '') return [{ line, at, why: 'not told how it was noticed' }];
      return [{ line, at, value: 1, what: how }];
    }),
};
