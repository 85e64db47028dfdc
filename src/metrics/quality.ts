// What is missing on record where it should not be, with the line to type that repairs it.
import { type Milestone, milestones } from '../core/milestone.ts';
import type { IncidentLine } from '../lines/line.ts';
import { byDeclaration } from './by-declaration.ts';
import { everyLine } from './every-line.ts';
import type { Found } from './found.ts';
import type { Population } from './metric.ts';
import { overAt } from './over.ts';
import type { Period } from './period.ts';
import { repairsOf } from './repairs.ts';
import type { QualityRow, Report } from './report.ts';

/**
 * What an incident that is over has had. `mitigated` is asked for where a time needs it, `identified` never: it may be resolved at
 * once, and the cause found later or never; a review comes afterwards, and is owed only where the handbook says so.
 */
const expected: readonly Milestone[] = ['started', 'detected', 'acknowledged', 'resolved'];

/**
 * Counted incidents that a time of the period leaves out because a milestone is missing, also while they go on, or that are over,
 * were declared or came to their end in the period and lack one; and every incident whose card is broken, of whatever time: nothing
 * is known of it until that is mended. By declaration.
 * @param found of the whole catalogue, the period last
 * @param zone IANA: that of the period, in which the lines to type tell days
 */
export function qualityOf(
  population: Population,
  found: readonly Found[],
  period: Period,
  zone: string,
): Report['quality'] {
  const broken = everyLine(population).filter(({ problem }) => problem !== null);
  const over = population.counted.filter((line) => isOfPeriod(line, period));
  const gaps = new Map<IncidentLine, Set<Milestone>>();
  const lacks = (line: IncidentLine, name: Milestone) => gaps.set(line, (gaps.get(line) ?? new Set()).add(name));
  for (const line of over) for (const name of expected) if (line.milestones[name] === null) lacks(line, name);
  const leftOut = found.flatMap(({ weeks }) => weeks.at(-1)?.leftOut ?? []);
  for (const { line, missing } of leftOut) if (missing) lacks(line, missing);
  return [...new Set([...broken, ...gaps.keys()])].toSorted(byDeclaration).map((line): QualityRow => {
    const missing = milestones.filter((name) => gaps.get(line)?.has(name));
    return { line, missing, commands: repairsOf(line, missing, zone), problem: line.problem };
  });
}

function isOfPeriod(line: IncidentLine, { from, until }: Period): boolean {
  const over = overAt(line);
  const moments = [line.milestones.declared?.at, line.milestones.resolved?.at, over ?? undefined];
  return over !== null && moments.some((at) => at !== undefined && at >= from && at < until);
}
