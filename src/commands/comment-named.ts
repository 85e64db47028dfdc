// The comment of this thread that a link points at.
import type { Comment } from '../core/snapshot.ts';
import type { Room } from './command.ts';

/** The comment behind `…#issuecomment-123`; null when there is no such comment here. */
export function commentNamed(link: string, room: Room): Comment | null {
  const number = commentNumber(link);
  return number === null ? null : room.comment(number);
}

/** The number in a comment's address, or null. */
export function commentNumber(link: string): string | null {
  return /#issuecomment-(\d{1,20})/.exec(link)?.[1] ?? null;
}
