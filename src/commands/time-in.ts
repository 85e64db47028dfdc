// The time in a command that takes nothing else: `at 14:02`, `14:02`, `15m ago`.
import { readTime } from '../time/time.ts';
import type { Room, Said } from './command.ts';
import { clauses } from './grammar.ts';

/**
 * The words of a time that was typed, readable or not; null when none was. Other words after `/resolved` are talk and left alone,
 * unless they begin with a digit, or with `@ 14:02`: that was meant as a time and is answered.
 */
export function timeIn(said: Said, room: Room): string | null {
  const { words, at } = clauses(said.text);
  if (at !== null) return at;
  const bare = words.join(' ');
  return /^(?:\d|@ ?\d{1,2}[:.h]\d\d)/.test(bare) || readTime(bare, said.at, room.handbook.zone) ? bare : null;
}
