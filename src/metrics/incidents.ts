// The incidents one by one: what was measured of each.
import type { IncidentLine } from '../lines/line.ts';
import { activeMinutes } from './active-minutes.ts';
import { addressOf } from './address.ts';
import { byDeclaration } from './by-declaration.ts';
import { durations } from './durations.ts';
import { type Found, placeOf } from './found.ts';
import type { Population } from './metric.ts';
import { isOpen } from './over.ts';
import type { Period } from './period.ts';
import type { WindowRow } from './report.ts';

/**
 * Rows of the incidents that were declared or resolved in the weeks or are open, counted or not, by declaration, oldest first.
 * Minutes of what is not counted are null: nobody measured it.
 * @param found of the whole catalogue
 */
export function windowRows(
  population: Population,
  found: readonly Found[],
  weeks: readonly Period[],
): readonly WindowRow[] {
  const measured = durations.map(({ id }) => {
    const samples = found.find(({ metric }) => metric.id === id)?.samples ?? [];
    return { id, values: new Map(samples.map(({ line, value }) => [line, Number(value)])) };
  });
  const counted = population.counted.map((line) => ({ line, why: null }));
  return [...counted, ...population.excluded]
    .filter(({ line }) => isOpen(line) || isIn(line, weeks))
    .map(({ line, why }) => ({
      line,
      minutes: Object.fromEntries(measured.map(({ id, values }) => [id, values.get(line) ?? null])),
      activeMinutes: activeMinutes(familyOf(line, population), population.asOf),
      excluded: why,
    }))
    .toSorted((one, other) => byDeclaration(one.line, other.line));
}

/** Whether an incident was declared or resolved in one of the weeks. */
export function isIn({ milestones }: IncidentLine, weeks: readonly Period[]): boolean {
  return [milestones.declared, milestones.resolved].some((mark) => mark && placeOf(mark.at, weeks) >= 0);
}

function familyOf(line: IncidentLine, { children }: Population): readonly IncidentLine[] {
  return [line, ...(children.get(addressOf(line)) ?? [])];
}
