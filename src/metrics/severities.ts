// The headline metrics by severity: one average over all of them hides that the mixture changed.
import type { IncidentLine } from '../lines/line.ts';
import { type Found, type FoundWeek, placeOf, together } from './found.ts';
import { inOrder } from './in-order.ts';
import type { Period } from './period.ts';
import type { Cell, Level, SeverityRows } from './report.ts';
import { windowCell } from './rows.ts';

/**
 * By the final severity, most severe first, those without a known one last; only levels that the twelve weeks know.
 * @param found the headline metrics @param counted of the population @param weeks oldest first; the last one is the period
 */
export function severitiesOf(
  found: readonly Found[],
  counted: readonly IncidentLine[],
  weeks: readonly Period[],
): readonly SeverityRows[] {
  const declared = counted.flatMap((line) => {
    const place = placeOf(line.milestones.declared?.at ?? '', weeks);
    return place < 0 ? [] : [{ line, inPeriod: place === weeks.length - 1 }];
  });
  const sampled = found.flatMap((one) => together(one.weeks).samples.map(({ line }) => line));
  const lines = new Set([...declared.map(({ line }) => line), ...sampled]);
  const levels = Map.groupBy([...lines].map(levelOf).toSorted(bySeverity), (level) => level?.name ?? '');
  return [...levels].map(([key, [level]]) => ({
    level: level ?? null,
    declared: declared.filter(({ line, inPeriod }) => inPeriod && levelKey(line) === key).length,
    period: cells(found, key, (weeksFound) => weeksFound.slice(-1)),
    rolling: cells(found, key, (weeksFound) => weeksFound),
  }));
}

function cells(
  found: readonly Found[],
  key: string,
  window: (weeks: readonly FoundWeek[]) => readonly FoundWeek[],
): Readonly<Record<string, Cell>> {
  return Object.fromEntries(
    found.map((one) => {
      const { samples, leftOut } = together(window(one.weeks));
      const own = {
        samples: samples.filter(({ line }) => levelKey(line) === key),
        leftOut: leftOut.filter(({ line }) => levelKey(line) === key),
      };
      return [one.metric.id, windowCell(one, own)];
    }),
  );
}

/** By name, as the weeks are: what two handbooks call alike is one row, whatever their ranks. */
function levelKey({ severity }: IncidentLine): string {
  return severity?.name ?? '';
}

function levelOf({ severity }: IncidentLine): Level | null {
  return severity && { id: severity.final, name: severity.name, rank: severity.rank };
}

function bySeverity(one: Level | null, other: Level | null): number {
  if (!one || !other) return Number(!one) - Number(!other);
  return one.rank - other.rank || inOrder(one.name, other.name) || inOrder(one.id, other.id);
}
