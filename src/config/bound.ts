// What a file may cost before it is parsed: the YAML parser is quadratic and worse on bombs (measured: 187 s for 60 kB of `{`).
import { CST, Lexer } from 'yaml';

/** Bytes of a config, handbook or template. */
export const mostBytes = 96 * 1024;
/** Our largest handbook has 11,500, and a team may add to its copy. Measured: the slowest text of so many takes 30 ms. */
const mostLexemes = 16_000;
const mostNested = 12;
/** Columns that count as one level: a key of 40 letters before its colon is none. */
const widthOfLevel = 12;

/** A limit that a text passes, with the offset where it does. */
export interface Excess {
  readonly offset: number;
  readonly what: string;
  readonly suggestion: string;
}

/** The first thing in a text that we do not even parse, or null. Linear in the text's length. */
export function excessOf(text: string): Excess | null {
  if (text.length > mostBytes || new TextEncoder().encode(text).length > mostBytes) {
    return { offset: 0, what: 'The file is larger than 96 KiB', suggestion: 'Make it shorter.' };
  }
  const zero = text.indexOf('\0');
  if (zero >= 0) return { offset: zero, what: 'The file is not text', suggestion: 'Save it as UTF-8 text.' };
  return scan(text);
}

const refused: Readonly<Record<string, Omit<Excess, 'offset'>>> = {
  alias: { what: 'Aliases (`*name`) are not read', suggestion: 'Write the value out.' },
  anchor: { what: 'Anchors (`&name`) are not read', suggestion: 'Take the anchor away and write the value out.' },
  tag: { what: 'Tags (`!name`) are not read', suggestion: 'Take the tag away; quote the value if it is text.' },
  'explicit-key-ind': { what: 'Keys with `?` are not read', suggestion: 'Write `key: value`.' },
};

/** Lexemes that stand for no character: start of a document, of a plain scalar, and a flow that was never closed. */
const empty = new Set(['\u0002', '\u001f', '\u0018']);

function scan(text: string): Excess | null {
  const depth = new Depth();
  let offset = 0;
  let count = 0;
  for (const lexeme of new Lexer().lex(text)) {
    const kind = CST.tokenType(lexeme) ?? '';
    const not = refused[kind];
    if (not) return { offset, ...not };
    if (depth.after(kind, offset, lexeme) > mostNested) {
      return { offset, what: 'The file is nested too deeply here', suggestion: 'Write it with fewer levels.' };
    }
    count += 1;
    if (count > mostLexemes) {
      return { offset, what: 'The file holds too much from here on', suggestion: 'Make it shorter.' };
    }
    offset += empty.has(lexeme) ? 0 : lexeme.length;
  }
  return null;
}

/** How deep the text is nested: open brackets, and levels that open on one line; an indent counts by its width. */
class Depth {
  private flow = 0;
  private onLine = 0;
  private lineStart = 0;

  after(kind: string, offset: number, lexeme: string): number {
    const lineEnd = lexeme.lastIndexOf('\n');
    if (lineEnd >= 0) {
      this.onLine = 0;
      this.lineStart = offset + lineEnd + 1;
    } else if (kind === 'flow-map-start' || kind === 'flow-seq-start') this.flow += 1;
    else if (kind === 'flow-map-end' || kind === 'flow-seq-end') this.flow = Math.max(0, this.flow - 1);
    else if (this.flow === 0 && (kind === 'seq-item-ind' || kind === 'map-value-ind')) {
      if (this.onLine === 0) this.onLine = Math.floor((offset - this.lineStart) / widthOfLevel);
      this.onLine += 1;
    }
    return Math.max(this.flow, this.onLine);
  }
}
