// Words as they are known again however somebody spelled, quoted or wrapped them.

/** Fewer letters and digits than this say nothing: they would be found everywhere. */
const fewest = 6;

/** A text by its letters and digits alone: so it is known again however it was quoted. */
export function bare(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
}

/** Whether a text repeats any of the bare words, however it spells them. */
export function holdsAny(text: string, words: readonly string[]): boolean {
  return words.length > 0 && words.some((word) => bare(text).includes(word));
}

/** The words worth looking for, bare. */
export function bareWords(words: readonly string[]): readonly string[] {
  return [...new Set(words.map(bare))].filter((word) => word.length >= fewest);
}
