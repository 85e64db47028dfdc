// The bracket or quote that a YAML file opens and never closes: the reader only stumbles where the next thing begins.
import { CST, Lexer, Parser } from 'yaml';

export interface Unclosed {
  /** `[`, `{`, `"` or `'`. */
  readonly sign: string;
  /** What would close it. */
  readonly end: string;
  /** Where it stands in the text. */
  readonly offset: number;
}

/** The first one of a text, or null. A quote that never closes takes in the closing of the brackets around it, so it comes first. */
export function unclosed(text: string): Unclosed | null {
  return openQuote(text) ?? openBracket(text);
}

function openQuote(text: string): Unclosed | null {
  const found: Unclosed[] = [];
  for (const document of new Parser().parse(text)) {
    if (document.type !== 'document') continue;
    CST.visit(document, ({ key, value }) => {
      for (const token of [key, value]) {
        if (token?.type !== 'double-quoted-scalar' && token?.type !== 'single-quoted-scalar') continue;
        const sign = token.source.slice(0, 1);
        if (token.source.length < 2 || !token.source.endsWith(sign))
          found.push({ sign, end: sign, offset: token.offset });
      }
    });
  }
  return found.toSorted((one, other) => one.offset - other.offset)[0] ?? null;
}

const closing: Readonly<Record<string, string>> = { '[': ']', '{': '}' };

/** What the lexer tells without a letter of the text: a document, a scalar behind it, brackets that it gives up on. */
const [documentBegins, scalarFollows, givenUp] = ['\u0002', '\u001f', '\u0018'];

/** The inner one where another closing stands in its place, else the outermost. */
function openBracket(text: string): Unclosed | null {
  const open: Unclosed[] = [];
  let offset = 0;
  let isScalar = false;
  for (const source of new Lexer().lex(text)) {
    const isText: boolean = isScalar;
    isScalar = !isText && source === scalarFollows;
    if (!isText && (isScalar || source === documentBegins)) continue;
    if (!isText && source === givenUp) return open[0] ?? null;
    const end = isText ? undefined : closing[source];
    if (end !== undefined) open.push({ sign: source, end, offset });
    if (!isText && (source === ']' || source === '}')) {
      const last = open.pop();
      if (last && last.end !== source) return last;
    }
    offset += source.length;
  }
  return open[0] ?? null;
}
