// What all passes of a process are given.
import type { Services } from './footing.ts';
import type { GitHub } from './github/client.ts';
import type { Log } from './log.ts';
import type { PaceLimits } from './queue/pace.ts';
import type { Time } from './queue/time.ts';
import type { Ended } from './task.ts';

/** Who is told how each pass on an issue (`owner/name#12`) ended. */
export interface Watcher {
  ended(issue: string, ended: Ended): void;
  /** GitHub gave no answer. @param reason as the log may have it */
  failed(issue: string, reason: string): void;
}

export interface PassesOptions {
  readonly services: Services;
  /** A way to GitHub with an installation's rights. */
  readonly clientFor: (installation: number) => Promise<GitHub>;
  /** Our clock; ISO. */
  readonly clock: () => string;
  readonly log: Log;
  readonly gatherMilliseconds?: number | undefined;
  /** GitHub's own, unless given; null: none. */
  readonly pace?: PaceLimits | null | undefined;
  /** What gathering, pace and alarms go by: the machine's, unless given. */
  readonly time?: Time | undefined;
  /** How often our clock is looked at while something is to come by itself; a second, unless given. */
  readonly pollMilliseconds?: number | undefined;
  readonly watcher?: Watcher | undefined;
}
