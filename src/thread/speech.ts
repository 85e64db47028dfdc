// Which lines are the author's own words, from the syntax tree: code, quotes, HTML, headings, lists and links are not.
import type { Nodes, Parent } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import { closesFence, openingFence } from './lines.ts';
import { scanSpeech } from './speech-scan.ts';

/** How a line that begins with `/` is to be taken. Rows that are missing are not speech. */
export type Speech = ReadonlyMap<number, 'speech' | 'open-fence'>;

/** Inline things that a line can begin within without being said. */
const unspoken: ReadonlySet<string> = new Set(['inlineCode', 'html', 'link', 'linkReference', 'image', 'delete']);
/** Containers whose own lines are no speech, but whose lazily continued lines are: nobody means `/ack` under a list as its last point. */
const containers: ReadonlySet<string> = new Set(['listItem', 'footnoteDefinition']);

/**
 * The rows of a text that begin with `/` as the author's own words.
 * A line under a list counts (Markdown would make it part of the last point), a line under a quote does not.
 * What would make the parser slow or deep is read line by line instead. Never throws.
 */
export function speechOf(lines: readonly string[]): Speech {
  if (lines.every(isPlain)) return plainSpeech(lines);
  return isHeavy(lines) ? scanSpeech(lines) : parsedSpeech(lines);
}

/** What every second comment of an incident is: words without a mark that Markdown could take for anything. All of it is speech. */
function isPlain(line: string): boolean {
  return !/[`~<>|[\]\\\t]|^ {4}|^ {0,3}(?:[-+*=#_:]|\d{1,9}[.)])/.test(line);
}

function plainSpeech(lines: readonly string[]): Speech {
  const rows = lines.flatMap((line, row) => (/^ {0,3}\//.test(line) ? [row] : []));
  return new Map(rows.map((row) => [row, 'speech'] as const));
}

/**
 * GitHub's Markdown without addresses that become links by themselves: they hold no space, so no line begins within one, and looking for
 * them takes the square of a text's words (400 ms for 8 KiB behind an open `![`).
 */
const extensions = [gfm(), { disable: { null: ['wwwAutolink', 'protocolAutolink', 'emailAutolink'] } }];
const mdastExtensions = gfmFromMarkdown().filter(({ transforms }) => transforms === undefined);

/** The rows as the syntax tree tells them. */
export function parsedSpeech(lines: readonly string[]): Speech {
  try {
    const tree = fromMarkdown(lines.join('\n'), { extensions, mdastExtensions });
    const speech = new Map<number, 'speech' | 'open-fence'>();
    readBlocks(tree, lines, 0, speech);
    return speech;
  } catch {
    return scanSpeech(lines);
  }
}

/** Bounds under which the parser takes a few milliseconds: its worst inputs cost the square of their length. */
function isHeavy(lines: readonly string[]): boolean {
  let length = 0;
  let marks = 0;
  for (const line of lines) {
    length += line.length;
    marks += line.match(/[[\]!*_~`<>|@&\\]|www/g)?.length ?? 0;
    if (length > 8_192 || marks > 600 || isDeep(line)) return true;
  }
  return lines.length > 600;
}

/** Containers in containers: the parser goes down by calling itself. */
function isDeep(line: string): boolean {
  const prefix = /^(?:[ \t]*(?:>|[-+*](?=[ \t])|\d{1,9}[.)](?=[ \t])))*/.exec(line)?.[0] ?? '';
  return prefix.length > 60;
}

/** @param indent column of the container's content: a line that begins before it continues the container lazily. */
function readBlocks(
  parent: Parent,
  lines: readonly string[],
  indent: number,
  into: Map<number, 'speech' | 'open-fence'>,
) {
  let quoted = 0;
  for (const node of parent.children) {
    if (node.type === 'html') quoted = Math.max(0, quoted + depthOf(node.value));
    else if (quoted > 0) continue;
    else if (node.type === 'paragraph' || (node.type === 'heading' && isSetext(node, lines)))
      readWords(node, lines, indent, into);
    else if (node.type === 'table') readTable(node, lines, into);
    else if (node.type === 'list') readBlocks(node, lines, indent, into);
    else if (containers.has(node.type)) readBlocks(node as Parent, lines, contentColumn(node), into);
    else if (node.type === 'code' && parent.type === 'root') readOpenFence(node, lines, into);
  }
}

function readWords(
  node: Parent & Nodes,
  lines: readonly string[],
  indent: number,
  into: Map<number, 'speech' | 'open-fence'>,
) {
  for (const row of rowsOf(node)) {
    const column = commandColumn(lines[row] ?? '');
    if (column === null || (indent > 0 && column >= indent)) continue;
    if (!isWithin(node, row + 1, column + 1)) into.set(row, 'speech');
  }
}

/** A table runs on until a blank line: a line without bars under it was not meant as its last row. */
function readTable(node: Nodes, lines: readonly string[], into: Map<number, 'speech' | 'open-fence'>) {
  for (const row of rowsOf(node).slice(2)) {
    const line = lines[row] ?? '';
    if (commandColumn(line) !== null && !line.includes('|')) into.set(row, 'speech');
  }
}

function readOpenFence(node: Nodes, lines: readonly string[], into: Map<number, 'speech' | 'open-fence'>) {
  const [first = 0, ...rest] = rowsOf(node);
  const mark = openingFence(lines[first] ?? '');
  if (!mark || rest.some((row) => closesFence(lines[row] ?? '', mark))) return;
  for (const row of rest) if (commandColumn(lines[row] ?? '') !== null) into.set(row, 'open-fence');
}

/** A paragraph with `---` right under it is a heading to Markdown; people mean a line, or their mail program's signature. */
function isSetext(node: Nodes, lines: readonly string[]): boolean {
  return !/^ {0,3}#/.test(lines[rowsOf(node)[0] ?? 0] ?? '');
}

/** Whether a place stands inside of something unspoken. */
function isWithin(parent: Parent, line: number, column: number): boolean {
  return parent.children.some((node) => {
    const { start, end } = node.position ?? {};
    if (!start || !end) return false;
    if (start.line > line || (start.line === line && start.column > column)) return false;
    if (end.line < line || (end.line === line && end.column <= column)) return false;
    return unspoken.has(node.type) || ('children' in node && isWithin(node as Parent, line, column));
  });
}

function rowsOf(node: Nodes): readonly number[] {
  const first = (node.position?.start.line ?? 1) - 1;
  const last = (node.position?.end.line ?? 0) - 1;
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}

/** The first column at which a line may stand within the container on purpose: one mark and one space behind its start. */
function contentColumn(container: Nodes): number {
  return (container.position?.start.column ?? 1) + 1;
}

/** How many quotes or code blocks written as HTML begin here and do not end here; negative when they end. */
function depthOf(html: string): number {
  const begun = html.match(/<(?:blockquote|code|pre)\b/gi)?.length ?? 0;
  return begun - (html.match(/<\/(?:blockquote|code|pre)\b/gi)?.length ?? 0);
}

/** Column of the `/` that a line begins with, or null. */
export function commandColumn(line: string): number | null {
  const lead = /^ {0,3}\//.exec(line);
  return lead ? lead[0].length - 1 : null;
}
