// JSON takes the last of two equal keys without a word; a record must not.

/** A key or the begin or end of an object; a string before a colon is a key, since the text is sound JSON. */
const tokens = /"([^"\\]*(?:\\.[^"\\]*)*)"\s*(:)?|[{}]/g;

/** The first key that stands twice in one object of a sound JSON text; null: none does. */
export function keyTwice(json: string): string | null {
  const open: Set<string>[] = [];
  for (const [token, text = '', colon] of json.matchAll(tokens)) {
    if (token === '{') open.push(new Set());
    else if (token === '}') open.pop();
    else if (colon !== undefined) {
      const key = text.includes('\\') ? String(JSON.parse(`"${text}"`)) : text;
      if (open.at(-1)?.has(key)) return key;
      open.at(-1)?.add(key);
    }
  }
  return null;
}
