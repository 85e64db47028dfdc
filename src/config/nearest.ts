// The known word that somebody probably meant.
import { distance } from 'fastest-levenshtein';

/** The word at most two letters away from what was written, without regard to case; null when none is near. */
export function nearest(written: string, words: readonly string[]): string | null {
  if (written.length > 60) return null;
  const ranked = words
    .map((word) => ({ word, far: distance(word.toLowerCase(), written.toLowerCase()) }))
    .filter(({ word, far }) => far <= 2 && far < Math.max(word.length, written.length) - 1)
    .sort((one, other) => one.far - other.far);
  return ranked[0]?.word ?? null;
}

const mostShown = 25;

/** The sentence behind a wrong word: what was meant, else what there is. */
export function didYouMean(written: string, words: readonly string[]): string {
  const meant = nearest(written, words);
  if (meant !== null) return `Did you mean \`${meant}\`?`;
  const some = words.slice(0, mostShown).map((word) => `\`${word}\``);
  const rest = words.length > mostShown ? ' …' : '.';
  return words.length === 0 ? '' : `Write one of ${some.join(', ')}${rest}`;
}
