import type { Doer } from '../world/doer.ts';
import { happen } from '../world/happen.ts';
import type { Issue } from '../world/model.ts';

/** Closes a pull request without asking for permission: what closing it and deleting its branch have in common. */
export function shutPull(doer: Doer, issue: Issue): void {
  Object.assign(issue, { state: 'closed', closedAt: doer.world.now, closedBy: doer.by });
  happen(doer, issue, 'ClosedEvent', { closer: null });
  doer.world.tell(doer, { name: 'pull_request', action: 'closed', repository: issue.repository, issue });
}
