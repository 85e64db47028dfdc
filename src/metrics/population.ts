// Which incidents the numbers are about: those there were as of a moment, without what no number counts.
import type { Milestone } from '../core/milestone.ts';
import type { IncidentLine } from '../lines/line.ts';
import type { Term } from '../time/term.ts';
import { addressOf } from './address.ts';
import { byDeclaration } from './by-declaration.ts';
import { exclusionOf } from './exclusion.ts';
import { topsOf } from './families.ts';
import { type Known, lineAsOf } from './line-as-of.ts';
import type { Excluded, Population } from './metric.ts';
import type { Period } from './period.ts';

export interface PopulationAsked {
  readonly period: Period;
  /** Our clock; ISO UTC. */
  readonly now: string;
  /** Where durations begin, by metric id, where it is not their definition's own `from`. */
  readonly starts: Readonly<Record<string, Milestone>>;
  readonly recursWithin: Term;
}

/**
 * The lines as they stood at the end of the period, or now where that is earlier. One that was declared later is not there at
 * all. The order of the lines does not matter: they come back by declaration, then address.
 */
export function populationOf(lines: readonly IncidentLine[], asked: PopulationAsked): Population {
  const { period, now, starts, recursWithin } = asked;
  const asOf = now < period.until ? now : period.until;
  const known: Known = (at) => at < period.until && at <= now;
  const there = lines
    .filter(({ milestones: { declared } }) => !declared || known(declared.at))
    .map((line) => ({ line, why: exclusionOf(line) }))
    .map(({ line, why }) => ({ line: lineAsOf(line, known), why }))
    .toSorted((one, other) => byDeclaration(one.line, other.line));
  const candidates = there.filter(({ why }) => why === null).map(({ line }) => line);
  const tops = topsOf(candidates);
  const parts = candidates.filter((line) => tops.has(line));
  const children = Map.groupBy(parts, (line) => addressOf(tops.get(line) ?? line));
  const excluded = there.flatMap(({ line, why }): readonly Excluded[] => {
    const because = tops.has(line) ? 'counts-with-parent' : why;
    return because ? [{ line, why: because }] : [];
  });
  return { counted: candidates.filter((line) => !tops.has(line)), excluded, children, asOf, starts, recursWithin };
}
