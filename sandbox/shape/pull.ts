import { headOf } from '../world/git.ts';
import type { Issue, Pull, Repository } from '../world/model.ts';
import type { State } from '../world/state.ts';
import { accountShape } from './account.ts';
import { issuePage, issueShape, issueUrl } from './issue.ts';
import { repositoryShape, repositoryUrl } from './repository.ts';

/** A pull request as REST and webhooks show it. */
export function pullShape(state: State, issue: Issue & { pull: Pull }): Record<string, unknown> {
  const { pull, repository } = issue;
  const seen = issueShape(issue);
  const url = `${repositoryUrl(repository)}/pulls/${issue.number}`;
  const base = headOf(state, repository, pull.baseBranch)?.oid ?? pull.headOid;
  const shared = Object.fromEntries(SHARED.map((key) => [key, seen[key]]));
  return {
    ...{ url, id: pull.id, node_id: issue.nodeId, html_url: issuePage(issue) },
    ...{ diff_url: `${issuePage(issue)}.diff`, patch_url: `${issuePage(issue)}.patch`, issue_url: issueUrl(issue) },
    ...shared,
    ...{ merged_at: pull.mergedAt, merge_commit_sha: pull.mergeCommit },
    ...{ requested_reviewers: pull.reviewers.map(accountShape), requested_teams: [], draft: pull.draft },
    ...{ commits_url: `${url}/commits`, review_comments_url: `${url}/comments` },
    ...{ review_comment_url: `${repositoryUrl(repository)}/pulls/comments{/number}` },
    ...{
      comments_url: `${issueUrl(issue)}/comments`,
      statuses_url: `${repositoryUrl(repository)}/statuses/${pull.headOid}`,
    },
    ...{ head: end(pull.headRepository, pull.headBranch, pull.headOid), base: end(repository, pull.baseBranch, base) },
    ...{ _links: links(issue, url), auto_merge: null, merged: pull.merged, mergeable: null, rebaseable: null },
    ...{ mergeable_state: 'unknown', merged_by: pull.mergedBy && accountShape(pull.mergedBy) },
    ...{ review_comments: 0, maintainer_can_modify: false, commits: 1, additions: 0, deletions: 0, changed_files: 1 },
  };
}

const SHARED = [
  ...['number', 'state', 'locked', 'title', 'user', 'body', 'created_at', 'updated_at', 'closed_at', 'assignee'],
  ...['assignees', 'labels', 'milestone', 'author_association', 'active_lock_reason', 'comments'],
];

function end(repository: Repository, ref: string, sha: string): Record<string, unknown> {
  const label = `${repository.owner.login}:${ref}`;
  return { label, ref, sha, user: accountShape(repository.owner), repo: repositoryShape(repository) };
}

function links(issue: Issue & { pull: Pull }, url: string): Record<string, { href: string }> {
  const repository = repositoryUrl(issue.repository);
  return {
    self: { href: url },
    html: { href: issuePage(issue) },
    issue: { href: issueUrl(issue) },
    comments: { href: `${issueUrl(issue)}/comments` },
    review_comments: { href: `${url}/comments` },
    review_comment: { href: `${repository}/pulls/comments{/number}` },
    commits: { href: `${url}/commits` },
    statuses: { href: `${repository}/statuses/${issue.pull.headOid}` },
  };
}
