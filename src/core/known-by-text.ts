// A pure function of a text that is not reckoned twice for the same one.

/** Characters of the texts that one such function knows at least: some fifty threads of an ordinary incident. */
const enough = 2_000_000;

/**
 * The same function, which keeps what it gave for the texts asked for last. For what is slow, pure and asked in every pass again:
 * what people wrote and what we wrote stands there unchanged in the next look. What it gives is shared, so it is never to be changed.
 * Texts that nobody asked for while twice as many characters were asked for are forgotten.
 */
export function knownByText<Value>(make: (text: string) => Value): (text: string) => Value {
  let newer = new Map<string, Value>();
  let older = newer;
  let characters = 0;
  return (text) => {
    const known = newer.get(text);
    if (known !== undefined) return known;
    const value = older.get(text) ?? make(text);
    newer.set(text, value);
    characters += text.length;
    if (characters > enough) {
      older = newer;
      newer = new Map();
      characters = 0;
    }
    return value;
  };
}
