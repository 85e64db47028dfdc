import type { Doer } from '../world/doer.ts';
import { happen } from '../world/happen.ts';
import type { Issue } from '../world/model.ts';
import { demand } from '../world/permission.ts';

/** Locks or unlocks the conversation: write access. */
export function setLock(doer: Doer, issue: Issue, locked: boolean): void {
  demand(doer, issue.repository, 'write');
  if (issue.locked === locked) return;
  issue.locked = locked;
  happen(doer, issue, locked ? 'LockedEvent' : 'UnlockedEvent');
  const name = issue.pull ? 'pull_request' : 'issues';
  doer.world.tell(doer, { name, action: locked ? 'locked' : 'unlocked', repository: issue.repository, issue });
}
