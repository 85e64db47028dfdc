import type { Doer } from '../world/doer.ts';
import type { Issue, Pull } from '../world/model.ts';
import type { News } from '../world/news.ts';
import { accountShape, organizationShape } from './account.ts';
import { installationId } from './installation.ts';
import { commentShape, issueShape } from './issue.ts';
import { labelShape } from './label.ts';
import { pullShape } from './pull.ts';
import { repositoryPage, repositoryShape } from './repository.ts';

const NO_COMMIT = '0'.repeat(40);

/** The payload GitHub would send the App for this news: subject, changes, repository, organisation, sender, installation. */
export function webhookPayload(doer: Doer, news: News): Record<string, unknown> {
  const { repository } = news;
  const { owner } = repository;
  const id = installationId(owner);
  return {
    ...(news.action === '' ? {} : { action: news.action }),
    ...subjectOf(doer, news),
    ...(news.comment ? { comment: commentShape(news.comment) } : {}),
    ...(news.label ? { label: labelShape(news.label) } : {}),
    ...assigneeOf(news),
    ...changesOf(news),
    ...pushOf(doer, news),
    repository: repositoryShape(repository),
    ...(owner.kind === 'Organization' ? { organization: organizationShape(owner) } : {}),
    sender: accountShape(doer.by),
    installation: { id, node_id: `MDIzOkludGVncmF0aW9uSW5zdGFsbGF0aW9u${id}` },
  };
}

function subjectOf(doer: Doer, { name, issue }: News): Record<string, unknown> {
  if (!issue) return {};
  if (name !== 'pull_request') return { issue: issueShape(issue) };
  return { number: issue.number, pull_request: pullShape(doer.world.state, issue as Issue & { pull: Pull }) };
}

function assigneeOf({ action, assignee }: News): Record<string, unknown> {
  if (!assignee) return {};
  return { [action === 'review_requested' ? 'requested_reviewer' : 'assignee']: accountShape(assignee) };
}

function changesOf(news: News): Record<string, unknown> {
  if (news.movedTo) {
    const { movedTo } = news;
    return { changes: { new_issue: issueShape(movedTo), new_repository: repositoryShape(movedTo.repository) } };
  }
  if (news.movedFrom) {
    const { movedFrom } = news;
    return { changes: { old_issue: issueShape(movedFrom), old_repository: repositoryShape(movedFrom.repository) } };
  }
  return news.changes ? { changes: news.changes } : {};
}

function pushOf(doer: Doer, { name, push, repository }: News): Record<string, unknown> {
  if (!push) return {};
  if (name === 'pull_request') return { before: push.before ?? NO_COMMIT, after: push.after ?? NO_COMMIT };
  if (name !== 'push') {
    return {
      ref: push.branch,
      ref_type: 'branch',
      pusher_type: 'user',
      description: null,
      master_branch: repository.defaultBranch,
    };
  }
  const head = push.after === undefined ? undefined : doer.world.state.commits.get(push.after);
  const commit = head && { id: head.oid, message: head.message, timestamp: head.committedDate };
  return {
    ref: `refs/heads/${push.branch}`,
    ...{ before: push.before ?? NO_COMMIT, after: push.after ?? NO_COMMIT, created: push.before === undefined },
    ...{ deleted: false, forced: false, base_ref: null },
    compare: `${repositoryPage(repository)}/compare/${push.before?.slice(0, 12)}...${push.after?.slice(0, 12)}`,
    ...{ commits: commit ? [commit] : [], head_commit: commit ?? null },
    pusher: { name: doer.by.login },
  };
}
