// `/task`: something for a named person, with a time box; and its end.
import type { Task } from '../core/incident.ts';
import { accept, type Command, type Judgement, type Room, refuse } from './command.ts';
import { cut } from './cut.ts';
import { boxNamed, calledBoxes } from './done.ts';
import { meant } from './named.ts';
import { isPerson, personNamed } from './person-named.ts';
import { timeBox } from './time-box.ts';

export const task: Command = {
  name: 'task',
  aliases: [],
  usage: '/task @who [15m] text',
  does: 'Gives somebody a task; `/task 3 done` and `/task 3 dropped: …` end it.',
  who: 'responder',
  examples: ['/task @bob 15m Check the replica lag', '/task 3 done', '/task 3 dropped: the replica is gone'],
  free: true,
  judge({ text }, room) {
    const ended = /^(?:#?(\d+)\s+(done|dropped)|(done|dropped)\s+#?(\d+))\b[:.]?\s*(?:because:?\s+)?([\s\S]*)$/i.exec(
      text.trim(),
    );
    if (ended) return ends(ended[1] ?? ended[4] ?? '', ended[2] ?? ended[3] ?? '', ended[5] ?? '', room);
    const called = /^([a-z][\w-]*)\s+(done|dropped)\b[:.]?\s*(?:because:?\s+)?([\s\S]*)$/i.exec(text.trim());
    if (called) return endsCalled(called[1] ?? '', called[2] ?? '', called[3] ?? '', room);
    if (/^#?\d+$/.test(text.trim())) return lacks('task', '/task 3 done');
    const word = /^\S+/.exec(text.trim())?.[0] ?? '';
    return isPerson(word) ? begins(word, text.trim().slice(word.length).trim(), room) : lacks('person', task.usage);
  },
};

function begins(word: string, rest: string, room: Room): Judgement {
  const who = personNamed(word, room);
  if ('refusal' in who) return who;
  const { span, minutes, text } = timeBox(rest);
  if (span !== null && minutes === null) {
    return refuse({ reason: 'unreadable-duration', command: 'task', text: span });
  }
  if (text === '') return lacks('text', task.usage);
  return accept({ kind: 'task', who: who.standing.person, ...(minutes && { minutes }), text: cut(text) });
}

function ends(number: string, how: string, because: string, room: Room): Judgement {
  const open = (one: Task): boolean => one.number === Number(number) && one.ended === null;
  if (!room.incident?.tasks.some(open)) return refuse({ reason: 'unknown-task', number: number.slice(0, 20) });
  return accept({
    kind: 'task-ended',
    task: Number(number),
    how: how.toLowerCase() === 'done' ? 'done' : 'dropped',
    ...(because.trim() && { because: cut(because) }),
  });
}

/** A task that the handbook called for, by its id. */
function endsCalled(word: string, how: string, because: string, { incident, handbook }: Room): Judgement {
  const list = incident ? calledBoxes(incident, handbook) : [];
  if (list.length === 0) return lacks('person', task.usage);
  const found = boxNamed(word, list);
  if (!found) {
    const items = list.map(({ id }) => id);
    return refuse({ reason: 'unknown-item', word: cut(word, 60), meant: meant(list, word), items });
  }
  return accept({
    kind: 'called-task',
    task: found.id,
    how: how.toLowerCase() === 'done' ? 'done' : 'dropped',
    ...(because.trim() && { because: cut(because) }),
  });
}

function lacks(what: 'person' | 'text' | 'task', usage: string): Judgement {
  return refuse({ reason: 'missing', command: 'task', what, usage });
}
