// What all passes of a process are given.
import type { Services } from './footing.ts';
import type { GitHub } from './github/client.ts';
import type { Log } from './log.ts';
import type { PaceLimits } from './queue/pace.ts';
import type { Time } from './queue/time.ts';

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
}
