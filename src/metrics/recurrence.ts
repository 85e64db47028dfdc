// What came back: incidents with the declared cause of an earlier one, and which one that was.

import type { IncidentLine } from '../lines/line.ts';
import { dueAfter, type Term } from '../time/term.ts';
import { byDeclaration } from './by-declaration.ts';
import { inOrder } from './in-order.ts';
import type { Population } from './metric.ts';
import type { Period } from './period.ts';
import type { Report } from './report.ts';

/** What an incident came back from. */
export interface Recurrence {
  /** The one that shares a cause and was declared or resolved last before this one was declared. */
  readonly of: IncidentLine;
  /** The cause as this one declares it, behind the services that both name. */
  readonly because: string;
}

/** A moment at which an incident was on people's minds. */
interface Turn {
  readonly at: string;
  readonly line: IncidentLine;
}

const day = 24 * 60 * 60 * 1000;

/**
 * The incidents that came back, each with the one that it came back from. It shares a declared cause with an earlier counted one
 * (letters' case and spaces aside) that was declared, or by then resolved, at most `recursWithin` before. Duplicates are no
 * incidents of their own; a link says nothing of a cause. Days are 24 hours.
 */
export function recurrencesOf(population: Population): ReadonlyMap<IncidentLine, Recurrence> {
  const known = reckoned.get(population) ?? reckon(population);
  reckoned.set(population, known);
  return known;
}

/** The share and the list of pairs ask for the same. */
const reckoned = new WeakMap<Population, ReadonlyMap<IncidentLine, Recurrence>>();

function reckon({ counted, recursWithin }: Population): ReadonlyMap<IncidentLine, Recurrence> {
  const turns = turnsByCause(counted);
  const found = counted.flatMap((line) => {
    const candidates = causesOf(line).flatMap(([key, cause]) => {
      const turn = lastBefore(line, turns.get(key) ?? []);
      return turn && isWithin(turn.at, declaredAt(line), recursWithin) ? [{ turn, cause }] : [];
    });
    const [last] = candidates.toSorted((one, other) => compareTurns(other.turn, one.turn));
    return last ? [[line, { of: last.turn.line, because: told(line, last.turn.line, last.cause) }] as const] : [];
  });
  return new Map(found);
}

/** The pairs of a period: what was declared in it and had been there before; by declaration, as the population is. */
export function recurrences(population: Population, period: Period): Report['recurrences'] {
  return [...recurrencesOf(population)]
    .filter(([line]) => declaredAt(line) >= period.from && declaredAt(line) < period.until)
    .map(([line, { of, because }]) => ({ line, of, because }));
}

function declaredAt({ milestones }: IncidentLine): string {
  return milestones.declared?.at ?? '';
}

/** Its causes as they are compared, each with how it was written. */
function causesOf({ causes }: IncidentLine): readonly (readonly [key: string, cause: string])[] {
  const keyed = (causes ?? []).map((cause) => [keyOf(cause), cause.trim()] as const);
  return [...new Map(keyed.filter(([key]) => key !== ''))];
}

function keyOf(text: string): string {
  return text.normalize('NFKC').trim().toLowerCase().replaceAll(/\s+/g, ' ');
}

function turnsByCause(counted: readonly IncidentLine[]): ReadonlyMap<string, readonly Turn[]> {
  const turns = new Map<string, Turn[]>();
  for (const line of counted) {
    const moments = [line.milestones.declared?.at, line.milestones.resolved?.at].flatMap((at) => at ?? []);
    for (const [key] of causesOf(line)) {
      const known = turns.get(key) ?? [];
      turns.set(key, known);
      for (const at of moments) known.push({ at, line });
    }
  }
  for (const known of turns.values()) known.sort(compareTurns);
  return turns;
}

function compareTurns(one: Turn, other: Turn): number {
  return inOrder(one.at, other.at) || byDeclaration(one.line, other.line);
}

/** The latest turn up to its declaration of an incident that was declared before it. */
function lastBefore(line: IncidentLine, turns: readonly Turn[]): Turn | null {
  const declared = declaredAt(line);
  let [low, high] = [0, turns.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((turns[middle]?.at ?? '') <= declared) low = middle + 1;
    else high = middle;
  }
  for (let place = low - 1; place >= 0; place -= 1) {
    const turn = turns[place];
    if (turn && declaredAt(turn.line) < declared) return turn;
  }
  return null;
}

function isWithin(from: string, until: string, term: Term): boolean {
  if (term.unit === 'business-days') return until <= dueAfter(from, term, 'UTC');
  const most = term.unit === 'days' ? term.amount * day : term.amount * 60_000;
  return Date.parse(until) - Date.parse(from) <= most;
}

function told(line: IncidentLine, of: IncidentLine, cause: string): string {
  const shared = line.services.filter((service) => of.services.some((other) => keyOf(other) === keyOf(service)));
  return shared.length > 0 ? `${shared.join(', ')}: ${cause}` : cause;
}
