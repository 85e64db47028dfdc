// What is missing on record where it should not be, with the line to type that repairs it.
import { type Milestone, milestones } from '../core/milestone.ts';
import type { IncidentLine } from '../lines/line.ts';
import { byDeclaration } from './by-declaration.ts';
import { isFor, startOf } from './duration.ts';
import { durations } from './durations.ts';
import { everyLine } from './every-line.ts';
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
 * Counted incidents that are over, were declared or came to their end in the period and lack a milestone that a time of them needs;
 * those that came to the end of a time in the period and lack its beginning, also while they go on; and every incident whose card is
 * broken, of whatever time: nothing is known of it until that is mended. By declaration.
 * @param zone IANA: that of the period, in which the lines to type tell days
 */
export function qualityOf(population: Population, period: Period, zone: string): Report['quality'] {
  const gaps = new Map(population.counted.map((line) => [line, missingOf(line, population.starts, period)] as const));
  const rows = [...new Set([...gaps.keys(), ...everyLine(population)])].map((line): QualityRow => {
    const missing = gaps.get(line) ?? [];
    return { line, missing, commands: repairsOf(line, missing, zone), problem: line.problem };
  });
  return rows
    .filter(({ missing, problem }) => missing.length > 0 || problem !== null)
    .toSorted((one, other) => byDeclaration(one.line, other.line));
}

function missingOf(line: IncidentLine, starts: Population['starts'], period: Period): readonly Milestone[] {
  const over = isOfPeriod(line, period);
  const needed = durations
    .filter((duration) => isFor(duration, line))
    .flatMap((duration): readonly Milestone[] => {
      const from = startOf(duration, starts);
      if (over && duration.cohort === 'resolved') return [from, duration.to];
      return within(line.milestones[duration.to]?.at, period) ? [from] : [];
    });
  const all = new Set([...needed, ...(over ? expected : [])]);
  return milestones.filter((name) => all.has(name) && line.milestones[name] === null);
}

function isOfPeriod(line: IncidentLine, period: Period): boolean {
  const over = overAt(line);
  const moments = [line.milestones.declared?.at, line.milestones.resolved?.at, over ?? undefined];
  return over !== null && moments.some((at) => within(at, period));
}

function within(at: string | undefined, { from, until }: Period): boolean {
  return at !== undefined && at >= from && at < until;
}
