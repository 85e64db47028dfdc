// Whether what was to be told was told in time: every message with a time, and every next word that was owed.
import type { IncidentLine } from '../lines/line.ts';
import { findEach, type Given } from './find-each.ts';
import type { Metric } from './metric.ts';

export const communicationCompliance: Metric = {
  ...{ id: 'communication-compliance', name: 'Communication in time', group: 'promises', unit: 'share', cohort: 'due' },
  formula:
    'Of all messages that had a time, and all next words that were owed (each once): those that were sent by then, ' +
    'to the minute as the record took it.',
  leavesOut: [
    'what is not due yet',
    'messages that were retracted',
    'messages with a time of their own that nobody sent: the record tells only of next words that did not come',
  ],
  ...{ headline: false, better: 'higher' },
  find: ({ counted, asOf }) =>
    findEach(counted, (line) => [...published(line), ...owed(line)].filter(({ at }) => at < asOf)),
};

function published(line: IncidentLine): readonly Given[] {
  return line.words.flatMap((word): readonly Given[] => {
    const at = word.published?.dueAt ?? null;
    if (at === null) return [];
    if (word.retracted) return [{ line, at, why: 'retracted' }];
    return [{ line, at, value: word.published?.lateMinutes === 0, what: word.audience }];
  });
}

/** Next words, without those whose message tells of itself above: it was due at the same moment, to the same people. */
function owed(line: IncidentLine): readonly Given[] {
  const told = (audience: string | null, dueAt: string) =>
    line.words.some((word) => word.audience === audience && word.published?.dueAt === dueAt && !word.retracted);
  return line.cadence
    .filter(({ audience, dueAt }) => !told(audience, dueAt))
    .map(({ audience, dueAt, givenAt }) => ({
      ...{ line, at: dueAt, value: givenAt !== null && givenAt <= dueAt, what: audience },
    }));
}
