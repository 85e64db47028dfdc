// One YAML file as plain data, with the place of everything in it.
import {
  type Document,
  isAlias,
  isMap,
  isPair,
  isScalar,
  isSeq,
  LineCounter,
  parseAllDocuments,
  parseDocument,
  type Tags,
} from 'yaml';
import type { Problem } from '../core/snapshot.ts';
import { excessOf } from './bound.ts';
import { missingColon, notYaml } from './not-yaml.ts';
import { type Node, placeIn, type Step } from './place.ts';
import { shown } from './shown.ts';
import { withoutStacks } from './without-stacks.ts';

/** A file that could be read. */
export interface SourceFile {
  /** Path in its repository, as problems name it. */
  readonly file: string;
  /** One of our own handbooks. */
  readonly ours: boolean;
  /** The whole file as a map; scalars are text, true, false or null, never numbers. */
  readonly value: Readonly<Record<string, unknown>>;
  /**
   * Where something stands; `depth`: how many steps of the path this file has.
   * @param of the key itself, or the value behind it
   */
  place(
    path: readonly Step[],
    of: 'key' | 'value',
  ): { readonly line: number; readonly column: number; readonly depth: number };
}

const poison = new Set(['__proto__', 'constructor', 'prototype']);
const mostProblems = 20;

/** Reads a file. Refuses what is not one plain YAML map of at most 96 KiB: each problem with line and column. Never throws. */
export function readSource(
  file: string,
  text: string,
  ours = false,
): { readonly source: SourceFile | null; readonly problems: readonly Problem[] } {
  const excess = tooMuch(file, text);
  if (excess) return { source: null, problems: [excess] };
  const counter = new LineCounter();
  const document = withoutStacks(() => parseDocument(text, options(counter)));
  return readDocument(file, text, document, counter, ours);
}

/** Reads a file of several documents (`---`), as {@link readSource} reads one; documents without anything in them are left out. */
export function readSources(
  file: string,
  text: string,
): { readonly sources: readonly SourceFile[]; readonly problems: readonly Problem[] } {
  const excess = tooMuch(file, text);
  if (excess) return { sources: [], problems: [excess] };
  const counter = new LineCounter();
  const parsed = withoutStacks(() => parseAllDocuments(text, options(counter)));
  const documents = Array.isArray(parsed) ? parsed.filter((one) => one.contents !== null || one.errors.length > 0) : [];
  const read = documents.map((document) => readDocument(file, text, document, counter, false));
  const problems = read.flatMap((one) => one.problems).slice(0, mostProblems);
  return { sources: problems.length > 0 ? [] : read.flatMap(({ source }) => source ?? []), problems };
}

function tooMuch(file: string, text: string): Problem | null {
  const excess = excessOf(text);
  if (!excess) return null;
  const counter = new LineCounter();
  counter.addNewLine(0);
  for (let at = text.indexOf('\n'); at >= 0 && at < excess.offset; at = text.indexOf('\n', at + 1))
    counter.addNewLine(at + 1);
  return problem(file, counter, excess.offset, excess.what, excess.suggestion);
}

function readDocument(file: string, text: string, document: Document.Parsed, counter: LineCounter, ours: boolean) {
  const fault = notYaml(text, [...document.errors, ...document.warnings]);
  const problems = fault
    ? [problem(file, counter, fault.offset, fault.what, fault.suggestion)]
    : [...oddities(document.contents as Node, file, counter)];
  if (problems.length > 0) return { source: null, problems: problems.slice(0, mostProblems) };
  return sourceOf(file, document, counter, ours);
}

/** Numbers are read as the text that was typed: a colour may be `000000`, an alias `1`. */
function options(lineCounter: LineCounter) {
  const customTags = (tags: Tags): Tags =>
    tags.filter((tag) => typeof tag === 'string' || !/:(int|float)$/.test(tag.tag));
  return { lineCounter, prettyErrors: false, uniqueKeys: false, customTags } as const;
}

function sourceOf(file: string, document: Document.Parsed, counter: LineCounter, ours: boolean) {
  const value: unknown = document.toJS({ maxAliasCount: 0 }) ?? {};
  if (typeof value !== 'object' || Array.isArray(value)) {
    const colon = typeof value === 'string' ? missingColon(value) : null;
    const what = `The file must be a map of keys and values${colon ? `, and ${colon.what}` : ''}`;
    const suggestion = colon?.suggestion ?? 'Write `key: value` lines.';
    return { source: null, problems: [problem(file, counter, 0, what, suggestion)] };
  }
  const source: SourceFile = {
    file,
    ours,
    value: value as Record<string, unknown>,
    place: (path, of) => {
      const { offset, depth } = placeIn(document.contents as Node, path, of);
      return { ...lineAt(counter, offset), depth };
    },
  };
  return { source, problems: [] };
}

/** What YAML allows and we do not: keys twice, keys that are no text, keys of JavaScript's own objects. */
function* oddities(node: Node, file: string, counter: LineCounter): Generator<Problem> {
  if (isSeq(node)) for (const item of node.items) yield* oddities(item as Node, file, counter);
  if (isAlias(node))
    yield problem(file, counter, node.range?.[0] ?? 0, 'Aliases (`*name`) are not read', 'Write the value out.');
  if (!isMap(node)) return;
  const seen = new Set<string>();
  for (const pair of node.items) {
    if (!isPair(pair)) continue;
    const key = isScalar(pair.key) ? String(pair.key.value) : null;
    const at = (pair.key as Node)?.range?.[0] ?? 0;
    if (key === null) yield problem(file, counter, at, 'A key must be text', 'Write `key: value`.');
    else if (poison.has(key)) yield problem(file, counter, at, `\`${key}\` cannot be a key`, 'Take this line away.');
    else if (seen.has(key))
      yield problem(file, counter, at, `The key \`${shown(key)}\` stands here twice`, 'Keep one of the two.');
    if (key !== null) seen.add(key);
    yield* oddities(pair.value as Node, file, counter);
  }
}

function problem(file: string, counter: LineCounter, offset: number, what: string, suggestion: string): Problem {
  return { file, ...lineAt(counter, offset), what: `${what}.`, suggestion };
}

function lineAt(counter: LineCounter, offset: number): { line: number; column: number } {
  const { line, col } = counter.linePos(offset);
  return { line: Math.max(1, line), column: Math.max(1, col) };
}
