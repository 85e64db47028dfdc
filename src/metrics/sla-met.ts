// Whether each promise of time was kept: for every clock by itself.
import type { IncidentLine } from '../lines/line.ts';
import type { Given } from './find-each.ts';
import { findKept } from './find-kept.ts';
import type { Metric } from './metric.ts';

export const slaMet: Metric = {
  ...{ id: 'sla-met', name: 'Promised times met', group: 'promises', unit: 'share', cohort: 'due' },
  formula: 'Of all clocks whose time is up: those that were stopped by then, for each clock by itself and together.',
  leavesOut: [
    'clocks whose time is not up yet, whether they run or were stopped',
    'incidents without clocks on record',
  ],
  ...{ headline: true, better: 'higher' },
  find: (population) =>
    findKept(population, 'clocks', (clocks, line) => clocks.map((one) => met(one, line, population.asOf))),
};

/** A clock that runs past its time has missed it, whenever it will stop. */
function met(
  { name, dueAt, stoppedAt }: NonNullable<IncidentLine['clocks']>[number],
  line: IncidentLine,
  asOf: string,
): Given {
  if (dueAt >= asOf) return { line, at: dueAt, why: stoppedAt === null ? 'still running' : 'not due yet' };
  return { line, at: dueAt, value: stoppedAt !== null && stoppedAt <= dueAt, what: name };
}
