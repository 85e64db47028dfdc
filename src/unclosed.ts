// The bracket or quote that a YAML file opens and never closes: the reader only stumbles where the next thing begins.
import { CST, LineCounter, Parser } from 'yaml';

export interface Unclosed {
  /** `[`, `{`, `"` or `'`. */
  readonly sign: string;
  readonly line: number;
  readonly column: number;
}

/** The first one of a text, or null. A quote that never closes takes in the closing of the brackets around it, so it comes first. */
export function unclosed(text: string): Unclosed | null {
  const counter = new LineCounter();
  const found: { sign: string; offset: number }[] = [];
  for (const document of new Parser(counter.addNewLine).parse(text)) {
    if (document.type !== 'document') continue;
    CST.visit(document, ({ key, value }) => {
      for (const token of [key, value]) {
        const sign = token ? openSign(token) : null;
        if (sign && token) found.push({ sign, offset: token.offset });
      }
    });
  }
  const isQuote = ({ sign }: { readonly sign: string }) => sign === '"' || sign === "'";
  const quotes = found.filter(isQuote);
  const [first] = (quotes.length > 0 ? quotes : found).toSorted((one, other) => one.offset - other.offset);
  if (!first) return null;
  const { line, col } = counter.linePos(first.offset);
  return { sign: first.sign, line: Math.max(1, line), column: Math.max(1, col) };
}

function openSign(token: CST.Token): string | null {
  if (token.type === 'flow-collection') {
    const isClosed = token.end.some(({ type }) => type === 'flow-seq-end' || type === 'flow-map-end');
    return isClosed ? null : token.start.source;
  }
  if (token.type !== 'double-quoted-scalar' && token.type !== 'single-quoted-scalar') return null;
  const sign = token.source.slice(0, 1);
  return token.source.length > 1 && token.source.endsWith(sign) ? null : sign;
}
