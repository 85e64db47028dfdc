// People's text as a problem quotes it.

/** One line of at most so many characters. */
export function shown(text: string, most = 60): string {
  const line = text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}`]+/gu, ' ').trim();
  return line.length > most ? `${line.slice(0, most - 1)}…` : line;
}
