// Of how many incidents the cause is known.
import { findKept } from './find-kept.ts';
import { whenResolved } from './find-resolved.ts';
import type { Metric } from './metric.ts';

export const rootCauseRate: Metric = {
  ...{ id: 'root-cause-rate', name: 'Causes found', group: 'recurrence', unit: 'share', cohort: 'resolved' },
  formula: 'Of the resolved incidents: those whose cause has been declared.',
  leavesOut: ['incidents without `resolved`, or active again', 'incidents without causes on record'],
  ...{ headline: false, better: 'higher' },
  find: (population) =>
    findKept(population, 'causes', (causes, incident) =>
      whenResolved(incident, (line, at) => [
        { line, at, value: causes.some((cause) => cause.trim() !== ''), what: null },
      ]),
    ),
};
