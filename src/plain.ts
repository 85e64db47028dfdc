// Text for a terminal: nothing from a thread reaches it raw.

/** One line without control, bidi and zero-width characters (they become `·`), at most so many characters long. */
export function plain(text: string, limit = 160): string {
  const line = text.replace(/\p{Cc}|\p{Cf}|\p{Co}|\p{Zl}|\p{Zp}/gu, '·');
  return line.length > limit ? `${line.slice(0, limit)}…` : line;
}
