// Measures as people type them: `revenue 12000`, `customers: 30 %, revenue=$12k per hour`.
import type { Measure } from '../core/classification.ts';
import type { Refusal } from '../core/refusal.ts';
import { cut } from './cut.ts';
import { meant, named } from './named.ts';
import { numbersIn } from './numbers.ts';

/** Numbers by the id of what they measure, or why they cannot be read. */
export type Measured = { readonly numbers: Readonly<Record<string, number>> } | { readonly refusal: Refusal };

/** Each number belongs to the measure named before it; words in between (units) are passed over. Null where no number stands. */
export function measuredIn(text: string, measures: readonly Measure[]): Measured | null {
  const found = numbersIn(text);
  if (found.length === 0) return null;
  const list = measures.map((measure) => ({ ...measure, aliases: [] }));
  const numbers: Record<string, number> = {};
  let from = 0;
  for (const one of found) {
    const words = wordsOf(text.slice(from, one.from));
    const measure = measureNamed(words, list);
    if (!measure) return { refusal: unknown(words, list) };
    if (one.value === null)
      return { refusal: { reason: 'unreadable-number', measure: measure.id, text: cut(one.text, 40) } };
    numbers[measure.id] = Math.max(one.value, numbers[measure.id] ?? 0);
    from = one.until;
  }
  return { numbers };
}

/** The last words that name a measure, or the beginning of one only (`revenue` for `Revenue loss`). */
function measureNamed(
  words: readonly string[],
  list: Parameters<typeof meant>[0],
): { readonly id: string } | undefined {
  const tails = words.map((_, index) => words.slice(index).join(' '));
  const whole = tails.map((tail) => named(list, tail)).find((found) => found !== undefined);
  if (whole) return whole;
  const begun = tails.map((tail) => list.filter(({ id, name }) => tail.length > 2 && begins([id, name], tail)));
  return begun.find((found) => found.length === 1)?.[0];
}

function begins(names: readonly string[], words: string): boolean {
  const plain = (text: string): string => text.toLowerCase().replace(/[\s-]+/g, ' ');
  return names.some((name) => plain(name).startsWith(plain(words)));
}

function wordsOf(text: string): readonly string[] {
  return text.split(/[\s,;:=%/]+/).filter((word) => word !== '' && !/^(?:and|is|of|about|per|~|>)$/i.test(word));
}

function unknown(words: readonly string[], measures: Parameters<typeof meant>[0]): Refusal {
  const word = words.at(-1) ?? '';
  const known = meant(measures, words.join(' ')) ?? meant(measures, word);
  return {
    reason: 'unknown-measure',
    word: cut(word, 40),
    meant: known,
    measures: measures.map(({ id }) => id),
  };
}
