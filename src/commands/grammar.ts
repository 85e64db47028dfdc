// The grammar that all commands share: arguments, `at …`, `because …`, logins.
import { readDuration, readTime } from '../time/time.ts';

/** A command's text in its parts. `at` and `because` are null where they were not said. */
export interface Clauses {
  /** The words before `at` and `because`. */
  readonly words: readonly string[];
  readonly at: string | null;
  readonly because: string | null;
}

/**
 * Splits the text of a command with arguments: `sev-1 at 14:02 because checkout is down`. `at` stands after the arguments and
 * before `because`, which ends the command; `15m ago` needs no `at`. The time is not read here.
 */
export function clauses(text: string): Clauses {
  const [head, because] = split(text, /(?:^|\s)because:?(?=\s|$)/i);
  const [said, at] = split(head, /(?:^|\s)at:?(?=\s|$)/i);
  const words = wordsOf(said);
  if (at !== null) return { words, at, because };
  const ago = agoAtEnd(words);
  return { words: words.slice(0, words.length - ago), at: ago > 0 ? words.slice(-ago).join(' ') : null, because };
}

/** A free text with the time that stood right after the command's word, as words; null: none did. */
export interface TimedText {
  readonly at: string | null;
  readonly text: string;
}

/**
 * Splits `at 14:02 the cache was flushed` or `15m ago the cache …`. The longest run of words that reads as a time is the time.
 * An `at` before anything but a digit is an ordinary word; before a digit it is a time, readable or not.
 */
export function timedText(text: string, saidAt: string, zone: string): TimedText {
  const at = /^at:?[^\S\n]+/i.exec(text)?.[0] ?? '';
  const rest = text.slice(at.length);
  const ends = wordEnds(rest, 6);
  for (const end of ends.toReversed()) {
    const words = rest.slice(0, end).replace(/[,;:.–—-]+$/, '');
    if ((at !== '' || /\sago$/i.test(words)) && readTime(words, saidAt, zone)) return after(words, rest.slice(end));
  }
  const end = ends[0];
  return at !== '' && end !== undefined && /^\d/.test(rest)
    ? after(rest.slice(0, end), rest.slice(end))
    : { at: null, text: text.trim() };
}

/** The words of a text. */
function wordsOf(text: string): readonly string[] {
  return text.split(/\s+/).filter((word) => word !== '');
}

/** The login in `@bob` (or `@bob,`), or null. GitHub's rule: letters, digits and single hyphens, at most 39. */
export function loginOf(word: string): string | null {
  return /^@([a-z\d](?:[a-z\d_-]{0,38}))[,.:;]?$/i.exec(word)?.[1] ?? null;
}

function split(text: string, at: RegExp): readonly [string, string | null] {
  const found = at.exec(text);
  if (!found) return [text, null];
  const rest = text.slice(found.index + found[0].length).trim();
  return [text.slice(0, found.index), rest];
}

/** How many words at the end say `15m ago`, `2 hours ago`; 0 for none. */
function agoAtEnd(words: readonly string[]): number {
  if (words.at(-1)?.toLowerCase() !== 'ago') return 0;
  return [5, 4, 3, 2].find((count) => readDuration(words.slice(-count, -1).join(' ')) !== null) ?? 0;
}

/** Where the first words of the first line end. */
function wordEnds(text: string, most: number): readonly number[] {
  const line = text.slice(0, 200).split('\n', 1)[0] ?? '';
  return [...line.matchAll(/\S+/g)].slice(0, most).map((word) => word.index + word[0].length);
}

function after(at: string, text: string): TimedText {
  return { at, text: text.trim().replace(/^[–—:,-]+\s+/, '') };
}
