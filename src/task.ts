// One thing to pass over: for which installation, where, and what for.
import { type Review, reviewConfig } from './config-review.ts';
import { nameOf } from './github/name-of.ts';
import type { IssueRef } from './github/observe.ts';
import { type Pass, reconcile } from './reconcile.ts';

/** What a pass is for: an issue, or the config that a pull request brings. */
export type Work = 'issue' | 'config';

export interface Task {
  readonly installation: number;
  readonly ref: IssueRef;
  readonly work: Work;
}

/** The two works on one number never take each other's place in the queue. */
export function keyOf({ ref, work }: Task): string {
  return work === 'issue' ? nameOf(ref) : `${nameOf(ref)} ${work}`;
}

/** What ended, of either work. */
export type Ended = Review &
  Partial<Pick<Pass, 'nextAt' | 'cameDueAt' | 'urgency' | 'changedAt' | 'renamed' | 'ticked'>>;

/** What each work runs. */
export const works: Readonly<Record<Work, (...given: Parameters<typeof reconcile>) => Promise<Ended>>> = {
  issue: reconcile,
  config: reviewConfig,
};
