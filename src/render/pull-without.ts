// The post-mortem's open pull request without what was taken out, whatever people have written into it since.

import { bare, bareWords } from '../core/bare-words.ts';
import { ownPull } from '../core/own-pull.ts';
import { postMortemTrailer } from '../core/post-mortem-mark.ts';
import type { Redacted } from '../core/redaction.ts';
import { takenOut } from '../core/taken-out.ts';
import type { WantedPullEdit } from '../core/wanted.ts';
import { frontWithout, type TakingOut } from './front-without.ts';
import type { Scene } from './scene.ts';

/** The edit that the pull request needs; null where it is not open, or tells nothing of it. */
export function pullWithout({ snapshot, redacted, record, incident, seal }: Scene): WantedPullEdit | null {
  const pull = ownPull(snapshot);
  if (pull?.state !== 'open') return null;
  const { postMortemFile: file } = snapshot;
  // Where GitHub refused to have it written, a person must: it is not tried again for ever.
  const text = file && incident?.postMortem.refused === null ? pageWithout(file.text, redacted) : null;
  const body = pageWithout(pull.body, redacted);
  const report = redacted.redactions.some(({ fact, entry }) => fact.comment === null && record.fresh.has(entry.source));
  const issue = snapshot.issue.number;
  const edit = {
    file:
      file && text !== null && text !== file.text
        ? { path: file.path, text, message: `Take out what was redacted\n\n${postMortemTrailer(snapshot.issue, seal)}` }
        : null,
    title: report ? `Post-mortem (#${issue})` : null,
    body: body === pull.body ? null : body,
  };
  return edit.file || edit.title || edit.body !== null ? { pull, ...edit } : null;
}

/**
 * A page without the words that were taken out: of a line that holds them as little goes as can be; where they stand in another
 * spelling, the whole line. What a comment said goes from the block that links it, however it reads by now.
 */
export function pageWithout(page: string, { redactions, words, deleted, deletedWords }: Redacted): string {
  const texts = [...new Set([...words, ...deletedWords])];
  const wanted = bareWords(texts);
  // Of a text that was cut off nobody knows the end: its whole line goes.
  const plain = texts.filter((text) => !text.endsWith('…') && wanted.includes(bare(text)));
  const numbers = new Set([...redactions.flatMap(({ fact }) => fact.comment ?? []), ...deleted]);
  const tells = (text: string) => wanted.some((word) => bare(text).includes(word));
  const shortened = (text: string) => plain.reduce((left, word) => left.replaceAll(word, takenOut), text);
  const lines = page.split('\n');
  const front = lines[0] === '---' ? lines.indexOf('---', 1) : -1;
  let inBlock = false;
  return lines
    .map((line, row) => {
      if (row <= front) return frontWithout(line, { tells, shortened });
      const quoted = /^>/.test(line);
      if (!quoted && line.trim() !== '') inBlock = isHeadOf(line, numbers);
      if (quoted && inBlock) return `> ${takenOut}`;
      return lineWithout(line, { tells, shortened });
    })
    .filter((line, index, all) => line !== `> ${takenOut}` || all[index - 1] !== line)
    .join('\n');
}

/** `**10:05** ada [↗](…#issuecomment-7)` */
function isHeadOf(line: string, numbers: ReadonlySet<string>): boolean {
  const number = /^\*\*.*\[↗\]\([^()\s]*#issuecomment-(\d{1,20})\)\s*$/.exec(line)?.[1];
  return number !== undefined && numbers.has(number);
}

function lineWithout(line: string, { tells, shortened }: TakingOut): string {
  if (!tells(line)) return line;
  const some = shortened(line);
  if (!tells(some)) return some;
  if (/^\|.*\|\s*$/.test(line))
    return line.replace(/(?<=\|)(?:[^|\\]|\\.)*(?=\|)/g, (cell) => (tells(cell) ? ` ${takenOut} ` : cell));
  const field = /^([\w-]+:) /.exec(line)?.[1];
  if (field) return `${field} "${takenOut}"`;
  const begin = /^(?:\s*(?:[-*>]|#{1,6}) )*(?:\d\d:\d\d \*\*[^*]*\*\* )?/.exec(line)?.[0] ?? '';
  const link = / \[↗\]\([^()\s]*\)\s*$/.exec(line)?.[0] ?? '';
  return `${begin}${takenOut}${link}`;
}
