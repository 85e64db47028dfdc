import type { Account } from '../world/account.ts';
import type { Comment, Issue, Repository } from '../world/model.ts';
import { covers } from '../world/permission.ts';
import { accountShape } from './account.ts';
import { labelShape } from './label.ts';
import { milestoneShape } from './milestone.ts';
import { reactionsShape } from './reactions.ts';
import { repositoryPage, repositoryUrl } from './repository.ts';

/** The part somebody has in a repository, as GitHub calls it. */
export function associationOf(repository: Repository, account: Account): string {
  if (repository.owner === account) return 'OWNER';
  if (account.kind === 'Bot') return 'NONE';
  if (repository.owner.members.has(account)) return 'MEMBER';
  const permission = repository.permissions.get(account.id) ?? 'none';
  if (covers(permission, 'triage')) return repository.owner.kind === 'Organization' ? 'MEMBER' : 'COLLABORATOR';
  return 'NONE';
}

/** An issue's address for people. */
export function issuePage(issue: Issue): string {
  return `${repositoryPage(issue.repository)}/${issue.pull ? 'pull' : 'issues'}/${issue.number}`;
}

/** An issue's address in the API; pull requests have one as issues too. */
export function issueUrl(issue: Issue): string {
  return `${repositoryUrl(issue.repository)}/issues/${issue.number}`;
}

/** An issue (or a pull request seen as one) as REST and webhooks show it. */
export function issueShape(issue: Issue): Record<string, unknown> {
  const url = issueUrl(issue);
  const comments = issue.timeline.filter((item) => item.kind === 'IssueComment').length;
  const assignees = issue.assignees.map(accountShape);
  return {
    ...{ url, repository_url: repositoryUrl(issue.repository), labels_url: `${url}/labels{/name}` },
    ...{ comments_url: `${url}/comments`, events_url: `${url}/events`, html_url: issuePage(issue) },
    ...{ id: issue.id, node_id: issue.nodeId, number: issue.number, title: issue.title },
    ...{ user: accountShape(issue.author), labels: issue.labels.map(labelShape), state: issue.state },
    ...{
      locked: issue.locked,
      assignee: assignees[0] ?? null,
      assignees,
      milestone: issue.milestone && milestoneShape(issue.milestone),
      comments,
    },
    ...{ created_at: issue.createdAt, updated_at: issue.updatedAt, closed_at: issue.closedAt },
    ...{ author_association: associationOf(issue.repository, issue.author), active_lock_reason: null },
    ...(issue.pull ? { draft: issue.pull.draft, pull_request: pullLinks(issue) } : {}),
    ...{ body: issue.body === '' ? null : issue.body, closed_by: issue.closedBy && accountShape(issue.closedBy) },
    ...{ reactions: reactionsShape(issue.reactions, url), timeline_url: `${url}/timeline` },
    ...{ performed_via_github_app: null, state_reason: issue.pull ? null : issue.reason },
  };
}

function pullLinks(issue: Issue): Record<string, unknown> {
  const page = issuePage(issue);
  const url = `${repositoryUrl(issue.repository)}/pulls/${issue.number}`;
  const links = { url, html_url: page, diff_url: `${page}.diff`, patch_url: `${page}.patch` };
  return { ...links, merged_at: issue.pull?.mergedAt ?? null };
}

/** A comment as REST and webhooks show it. */
export function commentShape(comment: Comment): Record<string, unknown> {
  const url = `${repositoryUrl(comment.issue.repository)}/issues/comments/${comment.id}`;
  return {
    ...{ url, html_url: `${issuePage(comment.issue)}#issuecomment-${comment.id}`, issue_url: issueUrl(comment.issue) },
    ...{ id: comment.id, node_id: comment.nodeId, user: accountShape(comment.author) },
    ...{ created_at: comment.createdAt, updated_at: comment.updatedAt },
    ...{ author_association: associationOf(comment.issue.repository, comment.author), body: comment.body },
    ...{ reactions: reactionsShape(comment.reactions, url), performed_via_github_app: null },
  };
}
