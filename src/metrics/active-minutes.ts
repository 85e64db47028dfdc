// How long incidents were active, each minute once.
import type { IncidentLine } from '../lines/line.ts';

/**
 * Minutes in which at least one of the incidents was active: the union of their stretches; one that still runs is counted until
 * `asOf` (ISO UTC). @returns null where no stretch is on record
 */
export function activeMinutes(lines: readonly IncidentLine[], asOf: string): number | null {
  const stretches = lines
    .flatMap(({ active }) => active)
    .map(({ from, until }) => ({ from: Date.parse(from), until: Date.parse(until ?? asOf) }))
    .toSorted((one, other) => one.from - other.from);
  if (stretches.length === 0) return null;
  let [total, reached] = [0, Number.NEGATIVE_INFINITY];
  for (const { from, until } of stretches) {
    total += Math.max(0, until - Math.max(from, reached));
    reached = Math.max(reached, until);
  }
  return total / 60_000;
}
