// Metrics of facts that a record may not keep: where none does they are not measured, where some do the others are left out.
import type { IncidentLine } from '../lines/line.ts';
import { findEach, type Given } from './find-each.ts';
import type { Finding, Population } from './metric.ts';

/** What older records, and those from before a handbook asked for it, do not keep. */
type Kept = 'clocks' | 'actionItems' | 'causes';

const words: Readonly<Record<Kept, string>> = {
  clocks: 'clocks',
  actionItems: 'action items',
  causes: 'causes',
};

/**
 * As findEach, for those whose record keeps the facts. Incidents whose record does not are left out in the week of their
 * declaration: nothing is known of when the facts would have counted.
 * @param look gets the facts as they are on record
 */
export function findKept<Fact extends Kept>(
  { counted }: Population,
  fact: Fact,
  look: (facts: NonNullable<IncidentLine[Fact]>, line: IncidentLine) => readonly Given[],
): Finding {
  if (counted.every((line) => line[fact] === null)) return { notMeasured: `needs ${words[fact]} on record` };
  return findEach(counted, (line) => {
    const facts = line[fact];
    if (facts !== null) return look(facts as NonNullable<IncidentLine[Fact]>, line);
    const at = line.milestones.declared?.at;
    return at === undefined ? [] : [{ line, at, why: `${words[fact]} are not on record` }];
  });
}
