// As much of a look as our memory stands in.
import type { Issue, Snapshot } from './snapshot.ts';

/** The thread, who we are in it, and which issue it is. */
export interface Remembered extends Pick<Snapshot, 'thread' | 'viewer'> {
  readonly issue: Pick<Issue, 'id'>;
}
