// The one comment on a pull request that changes the config.
import type { CommentKey } from '../core/effect.ts';
import { mark } from '../core/marker.ts';
import type { Problem } from '../core/snapshot.ts';
import {
  brokenConfigWords,
  doubtfulConfigWords,
  soundConfigWords,
  withdrawnConfigWords,
} from './replies/config-words.ts';

/** The key under which the comment is found again. */
export const configReviewKey: CommentKey = 'config';

/** A config as a pull request brings it. */
export interface BroughtConfig {
  /** Why something of it could not be used. */
  readonly problems: readonly Problem[];
  /** What could be used and should be mended. */
  readonly doubts: readonly Problem[];
}

/** The comment with its key. @param brought the config at the head; null: the pull request does not change the config. */
export function renderConfigReview(brought: BroughtConfig | null): string {
  return mark(configReviewKey, wordsFor(brought));
}

function wordsFor(brought: BroughtConfig | null): string {
  if (brought === null) return withdrawnConfigWords();
  const { problems, doubts } = brought;
  if (problems.length > 0) return brokenConfigWords(problems, doubts);
  return doubts.length > 0 ? doubtfulConfigWords(doubts) : soundConfigWords();
}
