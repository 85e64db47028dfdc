// What this process said on pull requests a moment ago, so that a look that does not show it yet is known as stale.
import { minutesBetween } from '../time/time.ts';
import type { OwnText, PullLook } from './look-at-pull.ts';
import { mayBeUnshown } from './recent-writes.ts';

/** The newest comment by the pull request's node id, with when it was written (ISO); the caller owns the map. */
export type RecentSayings = Map<string, Saying>;

type Saying = (OwnText | Unsure) & { readonly at: string };

/** GitHub did not say whether it was written. */
interface Unsure {
  readonly id: null;
}

const minutesKept = 1;

/**
 * Whether a look is older than what we said within the last minute (GitHub reads may lag behind writes). After a comment of which
 * nobody knows whether it was made no look is believed for some seconds. @param now ISO
 */
export function isOlder({ id, said }: Pick<PullLook, 'id' | 'said'>, sayings: RecentSayings, now: string): boolean {
  const newest = sayings.get(id);
  if (!newest) return false;
  if (newest.id === null && mayBeUnshown(newest.at, now)) return true;
  if (newest.id !== null && Math.abs(minutesBetween(newest.at, now)) < minutesKept)
    return said?.id !== newest.id || said.body !== newest.body;
  sayings.delete(id);
  return false;
}
