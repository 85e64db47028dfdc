// What goes on record in people's own words: `/note`, `/decision`, `/hypothesis`, `/ruled-out`, `/todo`.
import type { Right } from '../core/handbook.ts';
import type { Comment } from '../core/snapshot.ts';
import type { NoteKind } from '../core/timeline.ts';
import { readTime } from '../time/time.ts';
import { accept, type Command, type Judgement, type Room, refuse, type Said, type Stated } from './command.ts';
import { commentNamed } from './comment-named.ts';
import { cut } from './cut.ts';
import { type TimedText, timedText } from './grammar.ts';
import { happened } from './happened.ts';

function noteOf(kind: NoteKind, who: Right, does: string, aliases: readonly string[] = []): Command {
  return {
    name: kind,
    aliases,
    usage: `/${kind} [at time] text`,
    does,
    who,
    examples: [`/${kind} ${said[kind]}`, `/${kind} at 14:02 ${said[kind]}`],
    free: true,
    judge: (words, room) => inWords(kind, words, room),
  };
}

const said: Readonly<Record<NoteKind, string>> = {
  note: 'Error rate is falling',
  decision: 'We roll back to 4.2',
  hypothesis: 'The new index locks the table',
  'ruled-out': 'It is not the network',
  todo: 'Alert on the length of the queue',
};

export const decision = noteOf('decision', 'responder', 'Puts a decision on record.');
export const hypothesis = noteOf('hypothesis', 'responder', 'Puts a possible cause on record.');
export const ruledOut = noteOf('ruled-out', 'responder', 'Puts on record what is not the cause.');
export const todo = noteOf('todo', 'responder', 'Keeps work for afterwards: it goes into the post-mortem.', [
  'follow-up',
]);

export const note: Command = {
  ...noteOf(
    'note',
    'reporter',
    'Puts a note on record; alone it takes the comment above, with a link the linked one.',
    ['timeline'],
  ),
  usage: '/note [at time] [text|link to a comment]',
  examples: ['/note Error rate is falling', '/note at 14:02 The cache was flushed', '/note'],
  judge(words, room) {
    if (words.text.trim() === '') {
      return words.above ? accept(noteOfComment(words.above)) : refuse({ reason: 'nothing-above' });
    }
    if (!/^<?https?:\/\/\S+$/i.test(words.text.trim()) || !words.text.includes('#issuecomment-')) {
      return inWords('note', words, room);
    }
    const comment = commentNamed(words.text, room);
    return comment
      ? accept(noteOfComment(comment))
      : refuse({ reason: 'bad-url', command: 'note', text: cut(words.text, 100) });
  },
};

/** Somebody's comment as a note of the time it was written. */
export function noteOfComment(comment: Comment): Stated {
  const of = { url: comment.url, by: comment.by?.login ?? 'ghost' };
  return { fact: { kind: 'note', note: 'note', text: cut(comment.body), of }, at: comment.at };
}

function inWords(kind: NoteKind, words: Said, room: Room): Judgement {
  const timed = timeBehind(words, room) ?? timedText(words.text, words.at, room.handbook.zone);
  const time = happened(timed.at, words, room);
  if ('refusal' in time) return time;
  if (timed.text === '') {
    return refuse({ reason: 'missing', command: kind, what: 'text', usage: `/${kind} text` });
  }
  return accept({ fact: { kind: 'note', note: kind, text: cut(timed.text) }, ...time });
}

/** `/timeline text | 2026-03-02 10:05`: the time behind the last bar, where it reads as one. */
function timeBehind({ text, at: saidAt }: Said, { handbook }: Room): TimedText | null {
  const bar = text.lastIndexOf('|');
  const at = text.slice(bar + 1).trim();
  return bar > 0 && readTime(at, saidAt, handbook.zone) ? { at, text: text.slice(0, bar).trim() } : null;
}
