// Words that nearly are a command, a role, a level: answered with the right word.
import { slips } from './slips.ts';

/** Letters of other alphabets that look like Latin ones. */
const lookAlikes: Readonly<Record<string, string>> = {
  а: 'a',
  в: 'b',
  с: 'c',
  ԁ: 'd',
  е: 'e',
  ё: 'e',
  һ: 'h',
  і: 'i',
  ї: 'i',
  ј: 'j',
  к: 'k',
  ӏ: 'l',
  м: 'm',
  н: 'h',
  о: 'o',
  р: 'p',
  ԛ: 'q',
  ѕ: 's',
  т: 't',
  υ: 'u',
  ѵ: 'v',
  ν: 'v',
  ԝ: 'w',
  х: 'x',
  у: 'y',
  α: 'a',
  ε: 'e',
  ι: 'i',
  κ: 'k',
  ο: 'o',
  ρ: 'p',
  τ: 't',
  ı: 'i',
};

/** A word in plain Latin letters where it only looked like them. */
function fold(word: string): string {
  const plain = word.normalize('NFKD').replace(/\p{M}+/gu, '');
  return Array.from(plain.toLowerCase(), (letter) => lookAlikes[letter] ?? letter).join('');
}

/**
 * The word nearest to a mistyped one: at most two slips away, one in words of up to four letters; of two letters only what lacks one
 * of three behind the first (`/ak` is `/ack`, `/cc` is not `/ic`). A look-alike counts as the word itself. Null when nothing is near.
 */
export function nearest(word: string, words: readonly string[]): string | null {
  const folded = fold(word.slice(0, 60));
  if (words.includes(folded)) return folded;
  const far = folded.length <= 1 ? 0 : folded.length <= 4 ? 1 : 2;
  const near = words
    .filter((candidate) => folded.length !== 2 || (candidate.length === 3 && candidate[0] === folded[0]))
    .map((candidate) => ({ candidate, away: slips(folded, candidate) }))
    .filter(({ away }) => away <= far)
    .sort((one, other) => one.away - other.away);
  return near[0]?.candidate ?? null;
}
