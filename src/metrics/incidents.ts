// The incidents one by one: what was measured of each.
import type { IncidentLine } from '../lines/line.ts';
import { activeMinutes } from './active-minutes.ts';
import { addressOf } from './address.ts';
import { byDeclaration } from './by-declaration.ts';
import { isFor, startOf } from './duration.ts';
import { durations } from './durations.ts';
import { placeOf } from './found.ts';
import { lasted } from './lasted.ts';
import type { Population } from './metric.ts';
import { isOpen } from './over.ts';
import type { Period } from './period.ts';
import type { WindowRow } from './report.ts';

/**
 * Rows of the incidents that were declared or resolved in the weeks or are open, counted or not, by declaration, oldest first.
 * Each has the times that it has come to, also while it goes on and no week's number counts them yet. Minutes of what is not
 * counted are null: nobody measured it.
 */
export function windowRows(population: Population, weeks: readonly Period[]): readonly WindowRow[] {
  const counted = population.counted.map((line) => ({ line, why: null }));
  return [...counted, ...population.excluded]
    .filter(({ line }) => isOpen(line) || isIn(line, weeks))
    .map(({ line, why }) => ({
      line,
      minutes: minutesOf(why === null ? line : null, population.starts),
      activeMinutes: activeMinutes(familyOf(line, population), population.asOf),
      excluded: why,
    }))
    .toSorted((one, other) => byDeclaration(one.line, other.line));
}

/** Whether an incident was declared or resolved in one of the weeks. */
export function isIn({ milestones }: IncidentLine, weeks: readonly Period[]): boolean {
  return [milestones.declared, milestones.resolved].some((mark) => mark && placeOf(mark.at, weeks) >= 0);
}

/** By the durations' ids. @param line null: of one that is not counted */
function minutesOf(line: IncidentLine | null, starts: Population['starts']): WindowRow['minutes'] {
  return Object.fromEntries(
    durations.map((duration) => {
      const minutes = line && isFor(duration, line) ? lasted(line, startOf(duration, starts), duration.to) : null;
      return [duration.id, typeof minutes === 'number' ? minutes : null];
    }),
  );
}

function familyOf(line: IncidentLine, { children }: Population): readonly IncidentLine[] {
  return [line, ...(children.get(addressOf(line)) ?? [])];
}
