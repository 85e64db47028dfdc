// What people said in comments without a command: who and when, never what.
import type { Entry } from '../core/entry.ts';
import { knownByText } from '../core/known-by-text.ts';
import { commentsOf, type Snapshot } from '../core/snapshot.ts';
import { linesOf } from './lines.ts';
import { historyRow, isAttribution } from './mail-history.ts';

/**
 * People's comments with words of their own, as entries to be, in order. A bot's is none, nor is a hidden one. It counts when it was
 * written and as it was written first: an edit is no second word, and what somebody deletes before it is needed was never said.
 */
export function plainWords(snapshot: Pick<Snapshot, 'thread'>): readonly Entry[] {
  const places = new Map(snapshot.thread.map((item, index) => [item, index]));
  return commentsOf(snapshot).flatMap((comment): readonly Entry[] => {
    const { by, at, number, mine, minimised, body, revisions } = comment;
    if (mine || minimised || !by || by.bot || !hasOwnWords(revisions[0]?.body ?? body)) return [];
    // Behind the commands of the same comment.
    const order = (places.get(comment) ?? 0) * 1_000 + 999;
    return [{ source: `word:${number}`, by, saidAt: at, order, fact: { kind: 'spoke' } }];
  });
}

/** Whether anything stands in a text beside quotes, hidden comments and the letter that it answers: a log is one's own word too. */
const hasOwnWords = knownByText((text: string): boolean => {
  const lines = linesOf(text.replace(/<!--[\s\S]*?(?:-->|$)/g, ''));
  let quoted = false;
  for (const [row, line] of lines.slice(0, historyRow(lines)).entries()) {
    if (isSignature(line) || isAttribution(lines, row)) return false;
    quoted = line.trim() !== '' && (quoted || /^ {0,3}>/.test(line));
    if (!quoted && line.trim() !== '') return true;
  }
  return false;
});

/** What a mail program puts under a letter begins so (RFC 3676, §4.3). */
function isSignature(line: string): boolean {
  return /^-- ?$/.test(line);
}
