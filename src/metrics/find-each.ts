// How most metrics find: incident by incident, each with what it gives and what it must leave out.
import type { IncidentLine } from '../lines/line.ts';
import type { Finding, LeftOut, Sample } from './metric.ts';

/** What one incident, or a part of it, gives. */
export type Given = Sample | LeftOut;

/** Samples and what is left out, apart. @param look gives nothing for an incident that has no part in the metric (yet) */
export function findEach(lines: readonly IncidentLine[], look: (line: IncidentLine) => readonly Given[]): Finding {
  const samples: Sample[] = [];
  const leftOut: LeftOut[] = [];
  for (const line of lines) {
    for (const found of look(line)) {
      if ('why' in found) leftOut.push(found);
      else samples.push(found);
    }
  }
  return { samples, leftOut };
}
