// Words of a handbook inside our own sentences.

/** With a full stop, unless it ends a sentence already. */
export function sentence(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`;
}

/** As one sentence after another. */
export function sentences(texts: readonly string[]): string {
  return texts.map(sentence).join(' ');
}
