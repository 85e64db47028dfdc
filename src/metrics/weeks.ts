// The twelve weeks, for the charts.
import type { IncidentLine } from '../lines/line.ts';
import { minutesOf } from './cell.ts';
import { type Found, placeOf } from './found.ts';
import type { Period } from './period.ts';
import type { Week } from './report.ts';
import { byValue, spread } from './statistic.ts';

/** The ids of the metrics that the charts draw. */
export const drawn = { resolve: 'time-to-resolve', clocks: 'sla-met' } as const;

/** @param found of the whole catalogue @param counted of the population @param weeks oldest first */
export function weeksOf(
  found: readonly Found[],
  counted: readonly IncidentLine[],
  weeks: readonly Period[],
): readonly Week[] {
  const declared = Map.groupBy(counted, (line) => placeOf(line.milestones.declared?.at ?? '', weeks));
  const samplesOf = (metric: string, place: number) =>
    found.find(({ metric: { id } }) => id === metric)?.weeks[place]?.samples ?? [];
  return weeks.map(({ id }, place) => {
    const resolve = minutesOf(samplesOf(drawn.resolve, place)).toSorted(byValue);
    const clocks = samplesOf(drawn.clocks, place);
    return {
      id,
      declared: byLevel(declared.get(place) ?? []),
      resolve: resolve.length === 0 ? null : { n: resolve.length, ...spread(resolve) },
      clocks:
        clocks.length === 0 ? null : { n: clocks.length, yes: clocks.filter(({ value }) => value === true).length },
    };
  });
}

/** Most severe first, those of unknown severity (under the empty name) last. */
function byLevel(lines: readonly IncidentLine[]): Readonly<Record<string, number>> {
  const rankOf = ({ severity }: IncidentLine) => severity?.rank ?? Number.POSITIVE_INFINITY;
  const sorted = lines.toSorted((one, other) => rankOf(one) - rankOf(other) || 0);
  const counts = new Map<string, number>();
  for (const { severity } of sorted) counts.set(severity?.name ?? '', (counts.get(severity?.name ?? '') ?? 0) + 1);
  return Object.fromEntries(counts);
}
