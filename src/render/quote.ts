// People's text made harmless wherever we repeat it: nobody pinged, nothing linked or closed, no markup that leaks.
import { decode } from 'html-entities';
import { knownByText } from '../core/known-by-text.ts';

/** Put after a character that would begin a mention or a reference: invisible, and GitHub no longer sees one. */
const breaker = '\u200B';
const escapeCharacter = String.fromCodePoint(27);
const terminalCodes = new RegExp(`${escapeCharacter}\\[[\\d;?]*[A-Za-z]?`, 'g');
const lineEnds = /\r\n?|[\n\v\f\u0085\u2028\u2029]/g;
/** Control, format (zero-width, bidi, tags), private use and lone surrogates; then letters that print nothing. */
const unprintable = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}]/gu;
const blank = /\u034F|[\u115F\u1160\u3164\uFFA0\u2800]/g;
/** Marks piled up to paint over the lines above. */
const piledMarks = /(\p{M}{3})\p{M}+/gu;
/** Before our own `(#7)`, a last word that GitHub takes for "closes #7". */
const closingWord = /\b(?:close[sd]?|fix(?:e[sd])?|resolve[sd]?):?$/i;
const blockStart = /^(?=[#>*+=|~:`_-]|\d{1,9}[.)])/;

/** How much of a text to repeat, in characters (code points), the ellipsis counted. */
export interface Limit {
  readonly limit?: number;
}

/**
 * One line of people's text for Markdown, table cells included. Entities are decoded first, because GitHub decodes them after
 * its own filter (`&#64;org` pings); new lines become spaces; backticks stay only where they pair. Quoting twice changes nothing.
 */
export function quoteText(text: string, { limit = Number.POSITIVE_INFINITY }: Limit = {}): string {
  return escapeMarkdown(cut(oneLine(text), limit));
}

/** Several lines of people's text as a Markdown block quote of at most `limit` characters: line ends stay, markup does not. */
export function quoteBlock(text: string, limit: number): string {
  const lines = decode(text, { scope: 'strict' }).replace(lineEnds, '\n').split('\n').map(printable);
  const kept = cut(
    lines
      .join('\n')
      .replace(/\n{3,}/g, '\n\n')
      .trim(),
    limit,
  );
  return kept
    .split('\n')
    .map((line) => `> ${escapeMarkdown(line).replace(blockStart, breaker)}`.trimEnd())
    .map((line, index, all) =>
      line === '>' || index === all.length - 1 || all[index + 1] === '>' ? line : `${line}  `,
    )
    .join('\n');
}

/**
 * Lines of people's text for a code block, at most `limit` characters: there nothing calls, links or formats, so only what cannot be
 * printed goes. Doing it twice changes nothing.
 */
export function quoteLines(text: string, limit: number): string {
  const lines = text.replace(lineEnds, '\n').split('\n').map(withoutUnprintable);
  return cut(lines.join('\n').trim(), limit);
}

/** A code block that holds a text whole, whatever stands in it; made of {@link quoteLines}. */
export function quoteFence(text: string, limit: number): string {
  const lines = quoteLines(text, limit);
  const runs = lines.match(/`{3,}/g) ?? [];
  const fence = '`'.repeat(1 + Math.max(2, ...runs.map((run) => run.length)));
  return `${fence}text\n${lines}\n${fence}`;
}

/** One line of people's text where Markdown is not rendered: titles of pull requests, commit messages, front matter. */
export function quotePlain(text: string, { limit = Number.POSITIVE_INFINITY }: Limit = {}): string {
  return unlink(cut(oneLine(text), limit))
    .replaceAll('<', '‹')
    .replaceAll('>', '›')
    .replaceAll('`', "'")
    .replace(closingWord, (word) => `${word}${breaker}`);
}

/**
 * A title of at most `most` UTF-16 units with all that is put in to make it harmless: GitHub refuses a longer one than 256, and with it
 * everything that waits for the issue or pull request.
 */
export function quoteTitle(text: string, most: number): string {
  const whole = quotePlain(text, { limit: most });
  if (whole.length <= most) return whole;
  let kept = '';
  for (const point of whole) {
    if (kept.length + point.length > most - 1) break;
    kept += point;
  }
  return `${kept}…`;
}

/** What somebody typed, as a code span; never inside a table. */
export function quoteCode(text: string, limit = 100): string {
  const plain = unlink(cut(oneLine(text), limit))
    .replaceAll('<', '‹')
    .replaceAll('`', "'");
  return `\`${plain === '' ? '…' : plain}\``;
}

/**
 * One line for people to copy, as a code span, never inside a table: GitHub sees neither mention nor reference in code, so nothing is
 * put into it but into teams, whom no command can name. Backticks, which would end the span, become `'`; no HTML comment can begin.
 */
export function quoteToCopy(line: string, limit = 220): string {
  const plain = inCode(cut(oneLine(line), limit)).replaceAll('`', "'");
  return `\`${plain === '' ? '…' : plain}\``;
}

/**
 * One line of the handbook: as {@link quoteText}, but what stands in its code spans is there to be typed and stays as it is
 * (`/task @who`). Not for tables, where a bar would split the span.
 */
export function quoteOurs(text: string, { limit = Number.POSITIVE_INFINITY }: Limit = {}): string {
  const line = cut(oneLine(text), limit);
  const parts = line.split('`');
  if (parts.length % 2 === 0 || line.includes('``')) return escapeMarkdown(line);
  return parts.map((part, index) => (index % 2 === 0 ? escapeMarkdown(part) : `\`${inCode(part)}\``)).join('');
}

function inCode(text: string): string {
  return text.replace(/<(?=!)/g, '‹').replace(/@(?=[\w-]+\/)/g, `@${breaker}`);
}

/** Decoded, without what cannot be printed, folded to one line, without backslashes that would escape what follows. */
const oneLine = knownByText((text) => {
  const folded = printable(decode(text, { scope: 'strict' }).replace(lineEnds, ' '));
  return folded.replace(/\s+/g, ' ').trim();
});

function printable(line: string): string {
  const clean = withoutUnprintable(line).replace(/\\+\|?/g, (run) => (run.endsWith('|') ? '|' : run));
  return withoutEndingBackslashes(clean.trim());
}

function withoutUnprintable(line: string): string {
  return line
    .replaceAll('\t', ' ')
    .replace(terminalCodes, '')
    .replace(unprintable, '')
    .replace(blank, '')
    .replace(piledMarks, '$1')
    .trimEnd();
}

function withoutEndingBackslashes(text: string): string {
  let end = text.length;
  while (end > 0 && (text[end - 1] === '\\' || text[end - 1] === ' ')) end -= 1;
  return text.slice(0, end);
}

/** At most `limit` code points; what was cut off shows as an ellipsis. */
function cut(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const points = [...text];
  if (points.length <= limit) return text;
  return `${withoutEndingBackslashes(points.slice(0, Math.max(0, limit - 1)).join(''))}…`;
}

/** Mentions, references to issues, pull requests and commits, in every spelling that GitHub links. */
function unlink(text: string): string {
  return text
    .replaceAll('@', `@${breaker}`)
    .replace(/#(?=\d|$)/g, `#${breaker}`)
    .replace(/\bGH-(?=\d|$)/gi, (prefix) => `${prefix}${breaker}`)
    .replace(/\/(?:issues|pulls?|commits?|discussions|milestone)\/(?=\w|$)/gi, (path) => `${path}${breaker}`);
}

const escapeMarkdown = knownByText((line) => {
  const codeSpans = line.match(/\\?`+/g) ?? [];
  const paired = codeSpans.length % 2 === 0 && codeSpans.every((run) => run === '`');
  return unlink(paired ? line : line.replaceAll('`', "'"))
    .replace(/&(?=#?\w{1,40};|#$|$)/g, '&amp;')
    .replaceAll('<', '&lt;')
    .replace(/!(?=\[)/g, `!${breaker}`)
    .replace(/\](?=[([:]|$)/g, `]${breaker}`)
    .replaceAll('|', '\\|');
});
