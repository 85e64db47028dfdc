// How an entry is known that nobody said.
import type { Entry } from './entry.ts';

/** The end of the source of whatever came by itself. */
export const dueEnding = '+due';

/** Whether an entry was made by a moment that came, not by somebody's words. */
export function cameDue({ source }: Pick<Entry, 'source'>): boolean {
  return source.endsWith(dueEnding);
}
