// Where each entry of a handbook's file comes from, as the comments beside it say: `# [S] …` above a key or behind it.
import { CST, isMap, isPair, isScalar, Lexer, LineCounter, parseDocument } from 'yaml';

const tags = ['S', 'L', 'U', 'I', 'X'] as const;
/** `S` the source itself, `L` pages it links, `U` what it was made from, `I` inferred, `X` decided where it is silent or contradicts itself. */
type Tag = (typeof tags)[number];

/** An entry of the file: its dotted path and what the comments at it say. */
export interface Entry {
  readonly path: string;
  readonly tags: readonly Tag[];
  /** What stands behind each `[X]`, up to the next tag. */
  readonly decisions: readonly string[];
}

/** Every key of a file, outer ones first, with the comment lines right above it and the comment behind it. */
export function entriesOf(text: string): readonly Entry[] {
  const counter = new LineCounter();
  const document = parseDocument(text, { lineCounter: counter });
  const comments = commentsByLine(text, counter);
  const seen = new Set<number>();
  const walk = (node: unknown, path: readonly string[]): readonly Entry[] => {
    if (!isMap(node)) return [];
    return node.items.flatMap((pair) => {
      if (!isPair(pair) || !isScalar(pair.key)) return [];
      const line = counter.linePos(pair.key.range?.[0] ?? 0).line;
      const at = [...path, String(pair.key.value)];
      const comment = seen.has(line) ? '' : comments(line);
      seen.add(line);
      return [read(at.join('.'), comment), ...walk(pair.value, at)];
    });
  };
  return walk(document.contents, []);
}

/** The comment at a line: its own and those that fill the lines right above it. */
function commentsByLine(text: string, counter: LineCounter): (line: number) => string {
  const found = new Map<number, { readonly words: string; readonly whole: boolean }>();
  const lines = text.split('\n');
  let offset = 0;
  for (const lexeme of new Lexer().lex(text)) {
    if (CST.tokenType(lexeme) === 'comment') {
      const { line } = counter.linePos(offset);
      const whole = lines[line - 1]?.trimStart().startsWith('#') ?? false;
      found.set(line, { words: lexeme.slice(1).trim(), whole });
    }
    offset += ['\u0002', '\u001f', '\u0018'].includes(lexeme) ? 0 : lexeme.length;
  }
  return (line) => {
    const words = [found.get(line)?.words ?? ''];
    for (let above = line - 1; found.get(above)?.whole; above -= 1) words.unshift(found.get(above)?.words ?? '');
    return words.join(' ').trim();
  };
}

function read(path: string, comment: string): Entry {
  const parts = comment.split(/\[([A-Z])\]/);
  const found = parts.flatMap((part, at) => (at % 2 === 1 ? [{ tag: part, words: parts[at + 1]?.trim() ?? '' }] : []));
  const unknown = found.filter(({ tag }) => !tags.includes(tag as Tag));
  if (unknown.length > 0) throw new Error(`${path}: there is no tag [${unknown[0]?.tag}]`);
  return {
    path,
    tags: found.map(({ tag }) => tag as Tag),
    decisions: found.filter(({ tag }) => tag === 'X').map(({ words }) => words),
  };
}
