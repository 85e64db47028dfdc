// The one comment on a pull request that changes the config.
import type { CommentKey } from '../core/effect.ts';
import { mark } from '../core/marker.ts';
import type { Problem } from '../core/snapshot.ts';
import { brokenConfigWords, soundConfigWords, withdrawnConfigWords } from './replies/config-words.ts';

/** The key under which the comment is found again. */
export const configReviewKey: CommentKey = 'config';

/** The comment with its key. @param problems of the config at the head; null: the pull request does not change the config. */
export function renderConfigReview(problems: readonly Problem[] | null): string {
  return mark(configReviewKey, wordsFor(problems));
}

function wordsFor(problems: readonly Problem[] | null): string {
  if (problems === null) return withdrawnConfigWords();
  return problems.length > 0 ? brokenConfigWords(problems) : soundConfigWords();
}
