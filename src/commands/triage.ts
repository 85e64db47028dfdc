// `/triage`: asks one question at a time, takes numbers too, and proposes a level. It sets nothing.
import { same } from '../core/person.ts';
import type { Asked } from '../core/question.ts';
import { notSure, questionsOf, type Walk, walk } from '../core/triage.ts';
import { accept, type Command, type Judgement, type Room, refuse, type Said } from './command.ts';
import { cut, oneLine } from './cut.ts';
import { isUnsure } from './hear-severity.ts';
import { measuredIn } from './measured.ts';
import { meant, named } from './named.ts';
import { leading } from './type-and-level.ts';

/** No answer and no list of numbers is longer; words are looked for in it in more than linear time (3 s for 64 KiB). */
const longestAnswer = 500;

/** What was told so far. `path` missing: no question was put yet. */
type Told = Pick<Asked, 'path' | 'measured'>;

export const triage: Command = {
  name: 'triage',
  aliases: ['assess'],
  usage: '/triage [answer|measure number|restart]',
  does: 'Asks question by question how bad it is, and proposes a severity; numbers count too.',
  who: 'reporter',
  examples: ['/triage', '/triage yes', '/triage not sure', '/triage restart'],
  free: false,
  judge(said, room) {
    const text = oneLine(cut(said.text, longestAnswer)).replace(/[.!]$/, '');
    if (/^(?:restart|reset|start over|again|anew)$/i.test(text)) return told(text, { path: [] }, room);
    const before = toldBefore(said, room);
    const so = walk(before.path ?? [], room.handbook);
    if (text === '') return told('', { ...before, path: so.level === null ? (before.path ?? []) : [] }, room);
    return answered(text, before, so, room);
  },
};

function answered(text: string, before: Told, so: Walk, room: Room): Judgement {
  const { handbook } = room;
  const at = so.steps.findIndex(({ question }) => question.id === text.split(' ', 1)[0]?.toLowerCase());
  // A question named again is answered again: the answers behind it fall away.
  const path = at === -1 ? (before.path ?? []) : (before.path ?? []).slice(0, at);
  const { open } = at === -1 ? so : walk(path, handbook);
  const words = open && text.toLowerCase().startsWith(`${open.id} `) ? text.slice(open.id.length + 1) : text;
  const answer = open && answerIn(words, Object.keys(open.answers));
  if (answer) return told(text, { ...before, path: before.path ? [...path, answer] : [] }, room);
  const measured = measuredIn(text, handbook.measures);
  if (measured && 'refusal' in measured) return refuse(measured.refusal);
  if (measured) return told(text, { ...before, measured: { ...before.measured, ...measured.numbers } }, room);
  if (!open) return told(text, before, room);
  const answers = Object.keys(open.answers);
  return refuse({ reason: 'unknown-answer', word: cut(words, 60), meant: meant(asNamed(answers), words), answers });
}

/** An answer's own word, `y` for `yes`, or that it is not known. */
function answerIn(words: string, answers: readonly string[]): string | null {
  if (isUnsure(words)) return notSure;
  const begun = answers.filter((answer) => answer.startsWith(words.toLowerCase()));
  return (
    leading(words, (head) => named(asNamed(answers), head)?.id) ?? (begun.length === 1 ? (begun[0] ?? null) : null)
  );
}

function asNamed(words: readonly string[]) {
  return words.map((word) => ({ id: word, name: word, aliases: [] }));
}

/** What the same person was asked and told last. */
function toldBefore({ by }: Said, { entries }: Room): Told {
  const last = entries.findLast(
    (entry) => same(entry.by, by) && entry.fact?.kind === 'asked' && entry.fact.question === 'triage',
  );
  return last?.fact?.kind === 'asked' ? last.fact : {};
}

/** The question as it stands in the record: everything that its answer is made from. */
function told(text: string, { path, measured }: Told, { handbook, right }: Room): Judgement {
  const asks = questionsOf(handbook).length > 0;
  return accept({
    kind: 'asked',
    question: 'triage',
    about: cut(text, 40),
    right,
    ...(asks && path && { path }),
    ...(measured && { measured }),
  });
}
