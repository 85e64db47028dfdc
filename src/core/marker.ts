// The hidden key at the end of every comment of ours, written and read here.
import type { CommentKey } from './effect.ts';

const pattern = /^<!-- sitrep:([a-z-]+(?::[\w.:/-]+)?) -->$/;

/** A body with its key behind it. The key never holds people's text. */
export function mark(key: CommentKey, body: string): string {
  return `${body.trimEnd()}\n\n<!-- sitrep:${key} -->`;
}

/** The key of a body that we wrote, or null. Ask it only of comments that are `mine`: anybody can write a marker. */
export function keyOf(body: string): CommentKey | null {
  const end = body.trimEnd();
  const begin = end.lastIndexOf('<!-- sitrep:');
  return begin === -1 ? null : (pattern.exec(end.slice(begin))?.[1] ?? null);
}
