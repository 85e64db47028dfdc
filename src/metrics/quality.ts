// What is missing on record where it should not be, with the line to type that repairs it.
import type { Milestone } from '../core/milestone.ts';
import type { IncidentLine } from '../lines/line.ts';
import { byDeclaration } from './by-declaration.ts';
import { everyLine } from './every-line.ts';
import type { Population } from './metric.ts';
import { overAt } from './over.ts';
import type { Period } from './period.ts';
import { repairsOf } from './repairs.ts';
import type { QualityRow, Report } from './report.ts';

/**
 * What an incident that is over has had. `mitigated` and `identified` are not among them: it may be resolved at once, and the cause
 * found later or never; a review comes afterwards, and is owed only where the handbook says so.
 */
const expected: readonly Milestone[] = ['started', 'detected', 'acknowledged', 'resolved'];

/**
 * Counted incidents that are over, were declared or came to their end in the period and lack a milestone; and every incident whose
 * card is broken, of whatever time: nothing is known of it until that is mended. By declaration.
 * @param zone IANA: that of the period, in which the lines to type tell days
 */
export function qualityOf(population: Population, period: Period, zone: string): Report['quality'] {
  const broken = everyLine(population).filter(({ problem }) => problem !== null);
  const over = population.counted.filter((line) => isOfPeriod(line, period));
  const gaps = new Map(over.map((line) => [line, missing(line)] as const).filter(([, names]) => names.length > 0));
  return [...new Set([...broken, ...gaps.keys()])].toSorted(byDeclaration).map((line): QualityRow => {
    const lacking = gaps.get(line) ?? [];
    return { line, missing: lacking, commands: repairsOf(line, lacking, zone), problem: line.problem };
  });
}

function isOfPeriod(line: IncidentLine, { from, until }: Period): boolean {
  const over = overAt(line);
  const moments = [line.milestones.declared?.at, line.milestones.resolved?.at, over ?? undefined];
  return over !== null && moments.some((at) => at !== undefined && at >= from && at < until);
}

function missing({ milestones }: IncidentLine): readonly Milestone[] {
  return expected.filter((name) => milestones[name] === null);
}
