// `/done` and `/undone`: the checklist, for those who would rather type, or may not edit our comment.
import type { ChecklistItem } from '../core/handbook.ts';
import { itemsFor } from '../core/items-for.ts';
import { type Command, type Judgement, type Room, refuse } from './command.ts';
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

export const done = box('done', ['check', 'tick'], 'Ticks an item of the checklist.');
export const undone = box('undone', ['uncheck', 'untick'], 'Takes a tick back.');

function judge(name: 'done' | 'undone', typed: string, room: Room): Judgement {
  const text = oneLine(typed).replace(/[.!]$/, '');
  const items = room.incident ? itemsFor(room.incident, room.handbook) : [];
  const list = items.map(asNamed);
  if (text === '') return refuse({ reason: 'missing', command: name, what: 'item', usage: `/${name} <item>` });
  const whole = itemNamed(text, list);
  const found = whole ? [whole] : text.split(/,\s*|\s+/).map((word) => itemNamed(word, list));
  const ids = found.flatMap((item) => item?.id ?? []);
  if (ids.length < found.length) return refuse(unknown(text, list));
  return { facts: [...new Set(ids)].map((item) => ({ fact: { kind: 'ticked', item, done: name === 'done' } })) };
}

function unknown(text: string, list: readonly Named[]) {
  const items = list.map(({ id }) => id);
  return { reason: 'unknown-item', word: cut(text, 60), meant: meant(list, text), items } as const;
}

/** By id or text, or the beginning of one of them that no other item has. */
function itemNamed(word: string, list: readonly Named[]): Named | undefined {
  const begun = word.toLowerCase();
  const near = list.filter((item) => item.id.startsWith(begun) || item.name.toLowerCase().startsWith(begun));
  return named(list, word) ?? (begun.length >= 3 && near.length === 1 ? near[0] : undefined);
}

function asNamed({ id, text }: ChecklistItem): Named {
  return { id, name: text, aliases: [] };
}
