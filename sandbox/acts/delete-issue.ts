import type { Doer } from '../world/doer.ts';
import type { Issue } from '../world/model.ts';
import { demand } from '../world/permission.ts';

/**
 * Deletes an issue with all that was said in it: admin access. Who turns one into a discussion leaves the same hole; GitHub asks
 * for triage access there.
 */
export function deleteIssue(doer: Doer, issue: Issue, discussion = false): void {
  const { repository } = issue;
  demand(doer, repository, discussion ? 'triage' : 'admin');
  repository.issues.delete(issue.number);
  for (const { nodeId } of [issue, ...issue.timeline]) doer.world.state.nodes.delete(nodeId);
  for (const child of issue.subIssues) child.parent = null;
  if (issue.parent) issue.parent.subIssues = issue.parent.subIssues.filter((each) => each !== issue);
  doer.world.tell(doer, { name: 'issues', action: 'deleted', repository, issue });
}
