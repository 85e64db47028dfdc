import { NotFound, Unprocessable } from '../refusal.ts';
import type { Doer } from '../world/doer.ts';
import { findAccount } from '../world/find.ts';
import { commitsBetween, headOf } from '../world/git.ts';
import { happen } from '../world/happen.ts';
import { checkBody, checkTitle } from '../world/limits.ts';
import type { Issue, Pull, Repository } from '../world/model.ts';
import { covers, demand } from '../world/permission.ts';
import { editBody, retitle, writeIssue } from './issue.ts';
import { shutPull } from './shut-pull.ts';

/** What a pull request is opened with; `from` is the repository of the head when it is a fork. */
export interface NewPull {
  title: string;
  body?: string;
  head: string;
  base?: string;
  from?: Repository;
  draft?: boolean;
}

/** The pull request of that number, or 404. */
export function pullFor(repository: Repository, number: number): Issue & { pull: Pull } {
  const issue = repository.issues.get(number);
  if (issue?.pull) return issue as Issue & { pull: Pull };
  throw new NotFound(`Could not resolve to a PullRequest with the number of ${number}.`);
}

/** Opens a pull request: who can read may, from a branch that is there and has something new; one open one per branch. */
export function openPull(doer: Doer, repository: Repository, input: NewPull): Issue & { pull: Pull } {
  demand(doer, repository, doer.grants ? 'write' : 'read', 'pull_requests');
  checkTitle(input.title);
  checkBody(input.body ?? '');
  const from = input.from ?? repository;
  const baseBranch = input.base ?? repository.defaultBranch;
  const { state } = doer.world;
  const head = headOf(state, from, input.head);
  const base = headOf(state, repository, baseBranch);
  if (!head) throw new Unprocessable("Head sha can't be blank, Base sha can't be blank, Head ref must be a branch");
  if (!base) throw new Unprocessable('Base ref must be a branch');
  refuseSecond(repository, from, input.head, baseBranch);
  if (commitsBetween(state, base.oid, head.oid).length === 0) {
    throw new Unprocessable(`No commits between ${baseBranch} and ${input.head}`);
  }
  const issue = writeIssue(doer, repository, 'PullRequest', input.title, input.body ?? '');
  const pull: Pull = {
    ...{ id: issue.id - 500_000_000, headBranch: input.head, headRepository: from, headOid: head.oid, baseBranch },
    ...{ draft: input.draft ?? false, merged: false, mergedAt: null, mergedBy: null, mergeCommit: null, reviewers: [] },
  };
  const opened = Object.assign(issue, { pull });
  doer.world.tell(doer, { name: 'pull_request', action: 'opened', repository, issue });
  return opened;
}

function refuseSecond(repository: Repository, from: Repository, head: string, base: string): void {
  for (const issue of repository.issues.values()) {
    const { pull } = issue;
    if (!pull || issue.state === 'closed' || pull.headRepository !== from || pull.headBranch !== head) continue;
    if (pull.baseBranch === base) {
      throw new Unprocessable(`A pull request already exists for ${from.owner.login}:${head}.`);
    }
  }
}

/** Changes title and body: the author, or triage for the title and write access for the body. */
export function editPull(doer: Doer, issue: Issue, change: { title?: string; body?: string }): void {
  if (change.title !== undefined) retitle(doer, issue, change.title);
  if (change.body !== undefined) editBody(doer, issue, change.body);
}

function demandPull(doer: Doer, issue: Issue): void {
  const own = issue.author === doer.by && !doer.grants;
  demand(doer, issue.repository, own ? 'read' : 'triage', 'pull_requests');
}

/** Closes a pull request unmerged: its author or triage access. */
export function closePull(doer: Doer, issue: Issue): void {
  demandPull(doer, issue);
  if (issue.state === 'open') shutPull(doer, issue);
}

/** Reopens a pull request: its author or triage access. Refused when it is merged, or its branch is gone or moved apart. */
export function reopenPull(doer: Doer, issue: Issue & { pull: Pull }): void {
  demandPull(doer, issue);
  const { pull, repository } = issue;
  if (pull.merged) throw new Unprocessable('Could not open the pull request: it is merged');
  if (issue.state === 'open') return;
  const head = headOf(doer.world.state, pull.headRepository, pull.headBranch);
  if (!head) throw new Unprocessable(`state cannot be changed. The ${pull.headBranch} branch has been deleted.`);
  refuseSecond(repository, pull.headRepository, pull.headBranch, pull.baseBranch);
  if (commitsBetween(doer.world.state, head.oid, pull.headOid).length > 0) {
    throw new Unprocessable(`state cannot be changed. The ${pull.headBranch} branch was force-pushed or recreated.`);
  }
  pull.headOid = head.oid;
  Object.assign(issue, { state: 'open', closedAt: null, closedBy: null });
  happen(doer, issue, 'ReopenedEvent');
  doer.world.tell(doer, { name: 'pull_request', action: 'reopened', repository, issue });
}

/** Asks people to review: its author or triage access. Refused for its author and for people without access of their own. */
export function requestReviews(doer: Doer, issue: Issue & { pull: Pull }, logins: readonly string[]): void {
  demandPull(doer, issue);
  for (const login of logins) {
    const reviewer = findAccount(doer.world.state, login);
    if (!reviewer || !isReviewer(issue.repository, reviewer)) {
      throw new Unprocessable('Reviews may only be requested from collaborators.');
    }
    if (reviewer === issue.author) throw new Unprocessable('Review cannot be requested from pull request author.');
  }
  for (const login of logins) {
    const reviewer = findAccount(doer.world.state, login);
    if (!reviewer || issue.pull.reviewers.includes(reviewer)) continue;
    issue.pull.reviewers.push(reviewer);
    happen(doer, issue, 'ReviewRequestedEvent', { assignee: reviewer });
    const { repository } = issue;
    doer.world.tell(doer, { name: 'pull_request', action: 'review_requested', repository, issue, assignee: reviewer });
  }
}

function isReviewer(repository: Repository, account: { id: number }): boolean {
  return [...repository.permissions].some(([id, permission]) => id === account.id && covers(permission, 'read'));
}
