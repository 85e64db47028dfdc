import { Forbidden, Unprocessable } from '../refusal.ts';
import type { Doer } from '../world/doer.ts';
import { happen } from '../world/happen.ts';
import type { CloseReason, Commit, Issue } from '../world/model.ts';
import { covers, demand, standing } from '../world/permission.ts';

/** How an issue was closed: for which reason, in favour of which issue, by which pull request or commit. */
export interface Closing {
  reason?: CloseReason;
  duplicateOf?: Issue;
  closer?: Issue | Commit | null;
}

/** Closes an issue: its author or triage access. Closed already for the same reason is nothing. */
export function closeIssue(doer: Doer, issue: Issue, closing: Closing = {}): void {
  demand(doer, issue.repository, issue.author === doer.by && !doer.grants ? 'read' : 'triage');
  const reason = closing.reason ?? 'completed';
  if (issue.pull) throw new Unprocessable('A pull request is closed as a pull request');
  if (issue.state === 'closed' && issue.reason === reason) return;
  const { duplicateOf: canonical, closer = null } = closing;
  if (canonical === issue) throw new Unprocessable('An issue cannot be a duplicate of itself');
  if (canonical) happen(doer, issue, 'MarkedAsDuplicateEvent', { canonical });
  const closedAt = doer.world.now;
  Object.assign(issue, { state: 'closed', reason, closedAt, closedBy: doer.by });
  happen(doer, issue, 'ClosedEvent', { reason, closer });
  doer.world.tell(doer, { name: 'issues', action: 'closed', repository: issue.repository, issue });
}

/** Reopens an issue: triage access, or the author who closed it (not one whose issue somebody else closed). */
export function reopenIssue(doer: Doer, issue: Issue): void {
  demand(doer, issue.repository, 'read');
  const own = issue.author === doer.by && issue.closedBy === doer.by;
  if (!own && !covers(standing(doer, issue.repository, 'issues'), 'triage')) {
    throw new Forbidden(`${doer.by.login} does not have the correct permissions to reopen this issue`);
  }
  if (issue.state === 'open') return;
  Object.assign(issue, { state: 'open', reason: 'reopened', closedAt: null, closedBy: null });
  happen(doer, issue, 'ReopenedEvent');
  doer.world.tell(doer, { name: 'issues', action: 'reopened', repository: issue.repository, issue });
}

const KEYWORD = /\b(?:close[sd]?|fix(?:e[sd])?|resolve[sd]?):?\s+(?:([\w.-]+)\/([\w.-]+))?#(\d+)\b/gi;

/** What a text says it closes. `owner` and `name` undefined: of the same repository. */
export function closedBy(text: string): { owner: string | undefined; name: string | undefined; number: number }[] {
  return [...text.matchAll(KEYWORD)].map(([, owner, name, number]) => ({ owner, name, number: Number(number) }));
}

/** Closes what a text on the default branch says it closes ("fixes #1"), as GitHub does with the closer's name on it. */
export function closeByKeywords(doer: Doer, closer: Issue | Commit, text: string): void {
  const { repository } = closer;
  for (const { owner, name, number } of closedBy(text)) {
    const here = owner === undefined || `${owner}/${name}` === `${repository.owner.login}/${repository.name}`;
    const issue = here ? repository.issues.get(number) : undefined;
    if (!issue || issue.pull || issue.state === 'closed') continue;
    Object.assign(issue, { state: 'closed', reason: 'completed', closedAt: doer.world.now, closedBy: doer.by });
    happen(doer, issue, 'ClosedEvent', { reason: 'completed', closer });
    doer.world.tell(doer, { name: 'issues', action: 'closed', repository, issue });
  }
}
