// What a team learns from incidents: measured once a record holds it, and said until then.
import type { Metric } from './metric.ts';

function awaited(metric: Pick<Metric, 'id' | 'name' | 'unit' | 'cohort' | 'formula'>, needs: string): Metric {
  return {
    ...metric,
    ...{ group: 'learning', leavesOut: [], headline: false, better: 'higher' },
    find: () => ({ notMeasured: `needs ${needs}` }),
  };
}

/** Their place is kept; each says what it needs. */
export const learning: readonly Metric[] = [
  awaited(
    {
      ...{ id: 'knowledge-access', name: 'Knowledge used', unit: 'count', cohort: 'read' },
      formula: 'People who read what was learned from incidents.',
    },
    'to know who reads post-mortems, which GitHub does not tell',
  ),
  awaited(
    {
      ...{ id: 'improvement-success', name: 'Improvements that worked', unit: 'share', cohort: 'done' },
      formula: 'Of the improvements in place: those after which the cause did not come back.',
    },
    'action items and causes on record, and which item is to prevent which cause',
  ),
  awaited(
    {
      ...{ id: 'training-effectiveness', name: 'Training effect', unit: 'share', cohort: 'held' },
      formula: 'Points reached of those possible, in assessments after a training.',
    },
    'trainings and their assessments on record',
  ),
  awaited(
    {
      ...{ id: 'culture', name: 'Culture', unit: 'share', cohort: 'answered' },
      formula: 'Points given of those possible, in the survey about how we deal with incidents.',
    },
    'answers to a survey on record',
  ),
];
