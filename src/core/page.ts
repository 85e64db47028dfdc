// Who was called in an incident so far.
import { commentOf, type Entry } from './entry.ts';
import type { Incident } from './incident.ts';
import { isStep, type PageFact } from './page-fact.ts';

/** A page on record, with when it was said (ISO UTC). */
export interface Page {
  readonly fact: PageFact;
  readonly saidAt: string;
  readonly source: string;
}

/** All pages that stand, in order. */
export function pagesOf({ timeline }: Pick<Incident, 'timeline'>): readonly Page[] {
  return timeline.flatMap(({ fact, saidAt, source }) => (fact?.kind === 'paged' ? [{ fact, saidAt, source }] : []));
}

/** The pages of which somebody was told. */
export function callsOf(incident: Pick<Incident, 'timeline'>): readonly Page[] {
  return pagesOf(incident).filter(({ fact }) => fact.how === 'mentioned');
}

/** Whether it is a step by which the ladder climbed by itself. */
export function isClimb({ by, fact }: Entry): boolean {
  return fact?.kind === 'paged' && by === null && isStep(fact);
}

/**
 * Of the entries of one comment, in order: the pages that an edit added to what was said there before. Each edit's want a comment
 * of their own.
 */
export function laterPages(entries: readonly Entry[]): readonly Entry[] {
  const [first] = entries;
  if (!first || commentOf(first) === null) return [];
  return entries.filter(({ fact, saidAt }) => fact?.kind === 'paged' && saidAt > first.saidAt);
}
