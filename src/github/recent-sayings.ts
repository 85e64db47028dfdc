// What this process said on pull requests a moment ago, so that a look that does not show it yet is known as stale.
import { minutesBetween } from '../core/time.ts';
import type { OwnText, PullLook } from './look-at-pull.ts';

/** The newest comment by the pull request's node id, with when it was written (ISO); the caller owns the map. */
export type RecentSayings = Map<string, OwnText & { readonly at: string }>;

const minutesKept = 1;

/** Whether a look is older than what we said within the last minute (GitHub reads may lag behind writes). @param now ISO */
export function isOlder({ id, said }: PullLook, sayings: RecentSayings, now: string): boolean {
  const newest = sayings.get(id);
  if (!newest) return false;
  if (Math.abs(minutesBetween(newest.at, now)) < minutesKept)
    return said?.id !== newest.id || said.body !== newest.body;
  sayings.delete(id);
  return false;
}
