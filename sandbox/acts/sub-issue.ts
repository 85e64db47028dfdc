import { Unprocessable } from '../refusal.ts';
import type { Doer } from '../world/doer.ts';
import { SUB_ISSUES_PER_ISSUE } from '../world/limits.ts';
import type { Issue } from '../world/model.ts';
import { demand, scopeOf } from '../world/permission.ts';

/** Refuses where an issue cannot have one more sub-issue: triage access, a hundred at most, closed ones counted. */
export function checkSubIssue(doer: Doer, parent: Issue): void {
  demand(doer, parent.repository, 'triage', scopeOf(parent));
  if (parent.pull) throw new Unprocessable('A pull request has no sub-issues');
  if (parent.subIssues.length >= SUB_ISSUES_PER_ISSUE) {
    throw new Unprocessable(`Parent cannot have more than ${SUB_ISSUES_PER_ISSUE} sub-issues`);
  }
}

/** Makes an issue a sub-issue: triage access. It has one parent. (GitHub's events and webhooks of it are not made here.) */
export function addSubIssue(doer: Doer, parent: Issue, issue: Issue): void {
  checkSubIssue(doer, parent);
  if (issue.parent) throw new Unprocessable('Sub-issue may only have one parent');
  if (issue === parent || issue.pull) throw new Unprocessable('Sub-issue must be another issue');
  issue.parent = parent;
  parent.subIssues.push(issue);
}

/** Takes a sub-issue from its parent: triage access. */
export function removeSubIssue(doer: Doer, parent: Issue, issue: Issue): void {
  demand(doer, parent.repository, 'triage', scopeOf(parent));
  if (issue.parent !== parent) throw new Unprocessable('It is no sub-issue of this issue');
  issue.parent = null;
  parent.subIssues = parent.subIssues.filter((kept) => kept !== issue);
}
