// `/done` and `/undone`: the checklist and what the handbook called for, for those who would rather type, or may not edit our comment.

import type { Handbook } from '../core/handbook.ts';
import type { Incident } from '../core/incident.ts';
import { itemsFor } from '../core/items-for.ts';
import { type Command, type Judgement, type Room, refuse, type Stated } from './command.ts';
import { cut, oneLine } from './cut.ts';
import { meant, type Named, named } from './named.ts';

function box(name: 'done' | 'undone', aliases: readonly string[], does: string): Command {
  return {
    name,
    aliases,
    usage: `/${name} <item>`,
    does,
    who: 'reporter',
    examples: [`/${name} users-notified`],
    free: false,
    judge: (said, room) => judge(name, said.text, room),
  };
}

export const done = box('done', ['check', 'tick'], 'Ticks an item of the checklist, or ends a task of the handbook.');
export const undone = box('undone', ['uncheck', 'untick'], 'Takes a tick back.');

/** A box of the checklist, or a task that was called. */
interface Box extends Named {
  readonly task: boolean;
}

function judge(name: 'done' | 'undone', typed: string, room: Room): Judgement {
  const text = oneLine(typed).replace(/[.!]$/, '');
  const list = room.incident ? boxesOf(room.incident, room.handbook) : [];
  if (text === '') return refuse({ reason: 'missing', command: name, what: 'item', usage: `/${name} <item>` });
  const whole = boxNamed(text, list);
  const found = whole ? [whole] : text.split(/,\s*|\s+/).map((word) => boxNamed(word, list));
  const boxes = found.flatMap((one) => one ?? []);
  if (boxes.length < found.length) return refuse(unknown(text, list));
  return { facts: [...new Set(boxes)].map((one) => stated(one, name === 'done')) };
}

function stated({ id, task }: Box, isDone: boolean): Stated {
  if (!task) return { fact: { kind: 'ticked', item: id, done: isDone } };
  return { fact: { kind: 'called-task', task: id, how: isDone ? 'done' : 'open' } };
}

function unknown(text: string, list: readonly Named[]) {
  const items = list.map(({ id }) => id);
  return { reason: 'unknown-item', word: cut(text, 60), meant: meant(list, text), items } as const;
}

/** By id or text, or the beginning of one of them that no other has. */
export function boxNamed(word: string, list: readonly Box[]): Box | undefined {
  const begun = word.toLowerCase();
  const near = list.filter((one) => one.id.startsWith(begun) || one.name.toLowerCase().startsWith(begun));
  return named(list, word) ?? (begun.length >= 3 && near.length === 1 ? near[0] : undefined);
}

function boxesOf(incident: Incident, handbook: Handbook): readonly Box[] {
  const items = itemsFor(incident, handbook).map(({ id, text }) => ({ id, name: text, aliases: [], task: false }));
  return [...items, ...calledBoxes(incident, handbook)];
}

/** The tasks that were called, ended ones too. */
export function calledBoxes({ called }: Incident, handbook: Handbook): readonly Box[] {
  return handbook.tasks
    .filter(({ id }) => called.some((one) => one.id === id))
    .map(({ id, text }) => ({ id, name: text, aliases: [], task: true }));
}
