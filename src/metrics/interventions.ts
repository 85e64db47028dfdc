// What was overridden, cancelled, backfilled or corrected in a period.
import { byDeclaration } from './by-declaration.ts';
import { everyLine } from './every-line.ts';
import { inOrder } from './in-order.ts';
import type { Population } from './metric.ts';
import type { Period } from './period.ts';
import type { Report } from './report.ts';

/** What was said in the period, of any incident (a cancelled one is among those that no number counts); oldest first. */
export function interventionsIn(population: Population, period: Period): Report['interventions'] {
  return everyLine(population)
    .flatMap((line) => line.interventions.map((intervention) => ({ line, intervention })))
    .filter(({ intervention: { at } }) => at >= period.from && at < period.until && at <= population.asOf)
    .toSorted(
      (one, other) => inOrder(one.intervention.at, other.intervention.at) || byDeclaration(one.line, other.line),
    );
}
