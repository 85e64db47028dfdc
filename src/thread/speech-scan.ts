// The same question as speech.ts answered line by line, for texts that would hold the parser up: coarser, linear, never deep.
import { closesFence, openingFence } from './lines.ts';

interface Block {
  /** What a line belongs to: `html` and `quote` run to the next blank line, `raw` to the line with its end. */
  readonly kind: 'none' | 'text' | 'quote' | 'html' | 'raw' | 'fence';
  /** The fence's mark, or what ends the raw block. */
  readonly end: string;
}

const none: Block = { kind: 'none', end: '' };

/**
 * The rows that begin with `/` outside of fences, quotes and HTML blocks, and those inside a fence that is never closed.
 * Code spans and links that run over several lines are not seen through. Linear in the length of the text.
 */
export function scanSpeech(lines: readonly string[]): ReadonlyMap<number, 'speech' | 'open-fence'> {
  const speech = new Map<number, 'speech' | 'open-fence'>();
  let fenced: number[] = [];
  let block = none;
  for (const [row, line] of lines.entries()) {
    const opens = block.kind !== 'fence';
    block = blockOf(block, line);
    if (opens || block.kind !== 'fence') fenced = [];
    if (!/^ {0,3}\//.test(line)) continue;
    if (block.kind === 'fence') fenced.push(row);
    else if (block.kind === 'text') speech.set(row, 'speech');
  }
  for (const row of fenced) speech.set(row, 'open-fence');
  return speech;
}

/** The block that a line leaves us in. A fence or raw block that ends here has no words behind it on this line. */
function blockOf(before: Block, line: string): Block {
  if (before.kind === 'fence') return closesFence(line, before.end) ? none : before;
  if (before.kind === 'raw') return line.toLowerCase().includes(before.end) ? none : before;
  if (line.trim() === '') return none;
  if (before.kind === 'html') return before;
  if (before.kind === 'none' && /^(?: {4}| {0,3}\t)/.test(line)) return none;
  const fence = openingFence(line);
  if (fence) return { kind: 'fence', end: fence };
  const start = line.trimStart().slice(0, 200);
  if (start.startsWith('>')) return { kind: 'quote', end: '' };
  return htmlOf(start, line, before) ?? (before.kind === 'quote' ? before : { kind: 'text', end: '' });
}

/** Tags whose block may interrupt a paragraph (CommonMark 0.31, §4.6, kind 6). */
const blockTags =
  /^<\/?(?:address|article|aside|base|basefont|blockquote|body|caption|center|col|colgroup|dd|details|dialog|dir|div|dl|dt|fieldset|figcaption|figure|footer|form|frame|frameset|h[1-6]|head|header|hr|html|iframe|legend|li|link|main|menu|menuitem|nav|noframes|ol|optgroup|option|p|param|search|section|summary|table|tbody|td|tfoot|th|thead|title|tr|track|ul)(?:[\s>]|\/>|$)/i;

function htmlOf(start: string, line: string, before: Block): Block | null {
  const raw = /^<(?:(!--)|(pre|script|style|textarea|code|blockquote)(?=[\s>]|$))/i.exec(start);
  if (raw) {
    const end = raw[1] ? '-->' : `</${raw[2]!.toLowerCase()}>`;
    return line.toLowerCase().includes(end) ? none : { kind: 'raw', end };
  }
  const free = before.kind === 'none' && /^<\/?[a-z][a-z\d-]*(?:\s[^<>]*)?\/?>\s*$/i.test(start);
  return free || blockTags.test(start) ? { kind: 'html', end: '' } : null;
}
