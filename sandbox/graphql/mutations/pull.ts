import { type MergeMethod, mergePull } from '../../acts/merge.ts';
import { closePull, editPull, openPull, reopenPull, requestReviews } from '../../acts/pull.ts';
import type { Asking } from '../field.ts';
import type { Input, Payload } from '../input.ts';
import { target, targetAccount, targetPull } from '../target.ts';

/** Mutations of pull requests. */
export const pullMutations: Record<string, (input: Input, asking: Asking) => Payload> = {
  createPullRequest: (input, asking) => {
    const repository = target(asking, input.repositoryId, 'Repository');
    const from = input.headRepositoryId ? { from: target(asking, input.headRepositoryId, 'Repository') } : {};
    const branches = { head: input.headRefName.replace(/^refs\/heads\//, ''), base: input.baseRefName };
    const words = { title: input.title ?? '', body: input.body ?? '', draft: input.draft };
    return { pullRequest: openPull(asking.doer, repository, { ...branches, ...words, ...from }) };
  },
  updatePullRequest: (input, asking) => {
    const pullRequest = targetPull(asking, input.pullRequestId);
    const title = input.title == null ? {} : { title: input.title };
    const body = input.body == null ? {} : { body: input.body };
    editPull(asking.doer, pullRequest, { ...title, ...body });
    if (input.state === 'CLOSED') closePull(asking.doer, pullRequest);
    if (input.state === 'OPEN') reopenPull(asking.doer, pullRequest);
    return { pullRequest, actor: asking.doer.by };
  },
  closePullRequest: (input, asking) => {
    const pullRequest = targetPull(asking, input.pullRequestId);
    closePull(asking.doer, pullRequest);
    return { pullRequest };
  },
  reopenPullRequest: (input, asking) => {
    const pullRequest = targetPull(asking, input.pullRequestId);
    reopenPull(asking.doer, pullRequest);
    return { pullRequest };
  },
  mergePullRequest: (input, asking) => {
    const pullRequest = targetPull(asking, input.pullRequestId);
    mergePull(asking.doer, pullRequest, (input.mergeMethod ?? 'MERGE').toLowerCase() as MergeMethod);
    return { pullRequest, actor: asking.doer.by };
  },
  requestReviews: (input, asking) => {
    const pullRequest = targetPull(asking, input.pullRequestId);
    const logins = (input.userIds ?? []).map((id) => targetAccount(asking, id).login);
    requestReviews(asking.doer, pullRequest, logins);
    return { pullRequest, actor: asking.doer.by };
  },
};
