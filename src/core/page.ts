// Who was called in an incident so far.
import type { Incident } from './incident.ts';
import type { PageFact } from './page-fact.ts';

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
