// A YAML document whose every value knows the line it stands on; whatever is wrong names file and line.
import { readFileSync } from 'node:fs';
import { isAlias, isMap, isScalar, isSeq, LineCounter, type Node, parseDocument } from 'yaml';
import { NotAScenario } from './story.ts';

/** A value of the file with its place. */
export interface Placed {
  readonly file: string;
  readonly line: number;
  readonly node: Node | null;
}

/** One key of a map with its value. */
export interface PlacedEntry {
  readonly key: string;
  readonly line: number;
  readonly value: Placed;
}

/** Reads a file as one YAML map. @throws NotAScenario when it cannot be read or is no YAML. */
export function readYaml(
  file: string,
  text = readText(file),
): { root: Placed; placeOf: (node: Node | null) => number } {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const [wrong] = document.errors;
  if (wrong) throw new NotAScenario(file, lines.linePos(wrong.pos[0]).line, wrong.message);
  const placeOf = (node: Node | null): number => (node?.range ? lines.linePos(node.range[0]).line : 1);
  return { root: { file, line: 1, node: document.contents }, placeOf };
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new NotAScenario(file, 1, error instanceof Error ? error.message : String(error));
  }
}

/** Walks a document: each of these refuses (with file and line) what is not of the kind asked for. */
export class YamlReader {
  readonly #placeOf: (node: Node | null) => number;

  constructor(placeOf: (node: Node | null) => number) {
    this.#placeOf = placeOf;
  }

  fail(at: Placed, what: string): never {
    throw new NotAScenario(at.file, at.line, what);
  }

  isMap(at: Placed): boolean {
    return isMap(at.node);
  }

  isList(at: Placed): boolean {
    return isSeq(at.node);
  }

  /** The keys of a map in order. */
  entries(at: Placed, what: string): readonly PlacedEntry[] {
    if (!isMap(at.node)) this.fail(at, `${what} must be a map of keys`);
    return at.node.items.map((pair) => {
      const key = pair.key as Node | null;
      const line = this.#placeOf(key);
      if (!isScalar(key)) throw new NotAScenario(at.file, line, `${what}: a key must be plain text`);
      const node = (pair.value ?? null) as Node | null;
      const value: Placed = { file: at.file, line: node?.range ? this.#placeOf(node) : line, node };
      if (isAlias(node)) this.fail(value, 'write the value out: aliases are not read');
      return { key: String(key.source ?? key.value), line, value };
    });
  }

  items(at: Placed, what: string): readonly Placed[] {
    if (!isSeq(at.node)) this.fail(at, `${what} must be a list`);
    return at.node.items.map((item) => ({ file: at.file, line: this.#placeOf(item as Node), node: item as Node }));
  }

  /** A scalar as it was typed (`10:02`, `1`, `true`), or null where nothing stands. */
  text(at: Placed, what: string): string | null {
    if (at.node === null) return null;
    if (!isScalar(at.node)) this.fail(at, `${what} must be one value`);
    const { value, source } = at.node;
    if (value === null) return null;
    return typeof value === 'string' ? value : (source ?? String(value));
  }

  /** A scalar with YAML's own kind. */
  scalar(at: Placed): string | number | boolean | null {
    if (at.node === null || (isScalar(at.node) && at.node.value === null)) return null;
    if (!isScalar(at.node)) this.fail(at, 'must be one value');
    const { value } = at.node;
    if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
    return String(at.node.source ?? value);
  }

  /** A scalar that must be there. */
  needed(at: Placed, what: string): string {
    return this.text(at, what) ?? this.fail(at, `${what} is missing`);
  }

  /** One value or a list of them. */
  texts(at: Placed, what: string): readonly string[] {
    if (!isSeq(at.node)) return [this.needed(at, what)];
    return this.items(at, what).map((item) => this.needed(item, what));
  }
}
