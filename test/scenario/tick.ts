// Ticking a box as a person does it: one character of the checklist's text changes.
import { Missing } from './stage.ts';

const box = /^(\s*(?:[-*+]|\d{1,9}[.)]) \[)([ xX])(\] .*)$/;

/**
 * A checklist's text with one box changed.
 * @param item the item's id, or its text (or the beginning of it) without regard to case.
 * @throws Missing when no line is that item's.
 */
export function toggled(body: string, item: string, done: boolean): string {
  const lines = body.split('\n');
  const index = lines.findIndex((line) => isItem(line, item));
  if (index < 0) throw new Missing(`the checklist has no item "${item}"`);
  lines[index] = lines[index]?.replace(box, (_, before, __, after) => `${before}${done ? 'x' : ' '}${after}`) ?? '';
  return lines.join('\n');
}

/** Whether the box of an item is ticked; null when the text has no such item. */
export function isTicked(body: string, item: string): boolean | null {
  const line = body.split('\n').find((each) => isItem(each, item));
  return line === undefined ? null : box.exec(line)?.[2] !== ' ';
}

function isItem(line: string, item: string): boolean {
  const text = box.exec(line)?.[3]?.slice(2);
  if (text === undefined) return false;
  return text.includes(`<!-- item:${item} -->`) || text.toLowerCase().startsWith(item.trim().toLowerCase());
}
