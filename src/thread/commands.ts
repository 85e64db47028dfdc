// The commands of a comment: which lines they stand on, their word, and the text up to the next one.
import { linesOf } from './lines.ts';
import { historyRow, isAttribution } from './mail-history.ts';
import { speechOf } from './speech.ts';
import type { CommandLine } from './utterance.ts';

/** A command and the row of its line in the comment, from 0. */
export interface PlacedCommand {
  readonly line: CommandLine;
  readonly row: number;
}

/**
 * The commands of a comment's body, in order. A command stands at the start of a line of the author's own text and looks like
 * `/word` (letters of any script, so that look-alikes can be answered); paths (`/usr/bin`) and bare slashes are none.
 * `/sitrep word` is `word`, prefixed; `/sitrep` alone is the word `sitrep`. Never throws; linear for bodies of GitHub's size.
 */
export function readCommands(body: string): readonly CommandLine[] {
  return placedCommands(body).map(({ line }) => line);
}

/** See {@link readCommands}. */
export function placedCommands(body: string): readonly PlacedCommand[] {
  const whole = linesOf(body);
  const lines = whole.slice(0, historyRow(whole));
  if (!lines.some((line) => readHead(line))) return [];
  const speech = speechOf(lines);
  const heads = [...speech]
    .map(([row, said]) => ({ row, said, head: readHead(lines[row] ?? '') }))
    .filter(({ head }) => head !== null)
    .sort((one, other) => one.row - other.row);
  // What an open fence swallowed is no command: it does not end the text of the one before.
  const ends = heads.filter(({ said }) => said === 'speech').map(({ row }) => row);
  const nextOf = new Map(ends.map((row, index) => [row, ends[index + 1] ?? lines.length]));
  return heads.map(({ row, head }) => {
    const until = nextOf.get(row);
    const text = [head!.rest, ...spoken(lines, row + 1, until ?? row + 1)].join('\n');
    // Copied from a bot's words, a mention may hold the invisible character that keeps it from calling anybody.
    const line = {
      word: head!.word,
      text: trimmed(text.replaceAll('\u200B', '')),
      prefixed: head!.prefixed,
      inOpenFence: until === undefined,
    };
    return { line, row };
  });
}

/** What stands on the command's own line: empty when the text begins below it. */
export function firstLine(text: string): string {
  return (text.split('\n', 1)[0] ?? '').trim();
}

interface Head {
  readonly word: string;
  readonly rest: string;
  readonly prefixed: boolean;
}

const headPattern = /^ {0,3}\/(\p{L}[\p{L}\p{M}\p{N}\p{Cf}_-]{0,99})[:.]{0,3}(?:\s+(.*))?$/su;

function readHead(line: string): Head | null {
  const parts = headPattern.exec(line.trimEnd());
  if (!parts) return null;
  const word = parts[1]!.toLowerCase();
  const rest = (parts[2] ?? '').trim();
  if (word !== 'sitrep') return { word, rest, prefixed: false };
  const inner = headPattern.exec(`/${rest.replace(/^\//, '')}`);
  if (!inner) return { word, rest, prefixed: true };
  return { word: inner[1]!.toLowerCase(), rest: (inner[2] ?? '').trim(), prefixed: true };
}

/** The lines of a command's text, without the mail it answers. */
function spoken(lines: readonly string[], from: number, until: number): readonly string[] {
  const text = lines.slice(from, until);
  const attribution = text.findIndex((_, index) => isAttribution(lines, from + index));
  return attribution === -1 ? text : text.slice(0, attribution);
}

/** Trimmed, but a text that begins below its command's line keeps one line break in front, so that `firstLine` can tell. */
function trimmed(text: string): string {
  const bare = text.trim();
  return bare !== '' && text.slice(0, text.indexOf(bare)).includes('\n') ? `\n${bare}` : bare;
}
