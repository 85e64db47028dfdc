// When a fact happened, as typed with it.
import type { Refusal } from '../core/refusal.ts';
import { readTime } from '../time/time.ts';
import type { Room, Said } from './command.ts';

/** `at` is ISO UTC, missing when it happened as it was said. */
export type Happened = { readonly at?: string } | { readonly refusal: Refusal };

/** Reads a typed time in the handbook's zone, relative to when it was said. Refuses what it cannot read, and the future. */
export function happened(time: string | null, said: Said, room: Room): Happened {
  if (time === null) return {};
  const read = readTime(time, said.at, room.handbook.zone);
  const about = { command: said.command, text: time.slice(0, 100) };
  if (!read) return { refusal: { reason: 'unreadable-time', ...about } };
  if (read.at > said.at) return { refusal: { reason: 'future-time', ...about } };
  return read.at === said.at ? {} : { at: read.at };
}
