// What is said where another Sitrep kept, or keeps, the incident.
import type { Expectation } from '../core/expectation.ts';
import { type OtherSitrep, otherSitrepKey } from '../core/other-sitrep.ts';
import { same } from '../core/person.ts';
import { maySpeak } from '../core/record.ts';
import type { Snapshot } from '../core/snapshot.ts';
import type { Rule } from './rule.ts';

/** Whoever takes over is told in the comment that said how. */
export const adoption: Rule = {
  name: 'adoption',
  does: 'Where another Sitrep keeps the incident: one comment that says so and how to take it over; nothing else is done.',
  expect(_incident, _handbook, _now, { record }) {
    return record.entries.flatMap((entry): readonly Expectation[] => {
      if (entry.fact?.kind !== 'adopted' || !maySpeak(record, entry)) return [];
      return [{ expect: 'other-sitrep', key: otherSitrepKey, from: entry.fact.from, takenBy: entry.by }];
    });
  },
};

/** While the other one keeps it: said once on an open issue; who deletes it has read it. */
export function keptElsewhere(other: OtherSitrep | null, { issue, thread, viewer }: Snapshot): readonly Expectation[] {
  const deleted = thread.some((item) => item.kind === 'comment-deleted' && same(item.author, viewer));
  if (!other || deleted || issue.state === 'closed') return [];
  return [{ expect: 'other-sitrep', key: otherSitrepKey, from: other.by.login, takenBy: null }];
}
