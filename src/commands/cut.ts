// Texts in the ledger are short: the rest is the comment that the entry links (decision 16).

/** The longest text of a fact, in UTF-16 units. */
export const longest = 200;

/** A text trimmed and cut to `limit` units with `…` at the end; never inside a character. */
export function cut(text: string, limit: number = longest): string {
  const trimmed = text.trim();
  if (trimmed.length <= limit) return trimmed;
  const head = trimmed.slice(0, limit - 1);
  return `${/[\uD800-\uDBFF]$/.test(head) ? head.slice(0, -1) : head}…`;
}

/** A text on one line. */
export function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
