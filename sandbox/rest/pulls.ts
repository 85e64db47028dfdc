import { mergePull } from '../acts/merge.ts';
import { openPull, pullFor, requestReviews } from '../acts/pull.ts';
import { Refusal } from '../refusal.ts';
import { pullShape } from '../shape/pull.ts';
import type { Issue, Pull } from '../world/model.ts';
import { type Call, names, ok, paged, type Reply, type Route, repositoryIn, text } from './route.ts';

function pullIn(call: Call): Issue & { pull: Pull } {
  return pullFor(repositoryIn(call), Number(call.path.pull_number));
}

function merge(call: Call): Reply {
  const issue = pullIn(call);
  const sha = text(call.body.sha);
  if (sha !== undefined && sha !== issue.pull.headOid) {
    throw new Refusal(409, 'STALE_DATA', 'Head branch was modified. Review and try the merge again.');
  }
  const method = text(call.body.merge_method) as 'merge' | 'squash' | 'rebase' | undefined;
  const commit = mergePull(call.doer, issue, method ?? 'merge');
  return ok({ sha: commit.oid, merged: true, message: 'Pull Request successfully merged' });
}

function pulls(call: Call): Reply {
  const { state = 'open', head, base } = call.query;
  const found = [...repositoryIn(call).issues.values()].filter((issue): issue is Issue & { pull: Pull } => {
    if (!issue.pull || (state !== 'all' && issue.state !== state)) return false;
    if (head && `${issue.pull.headRepository.owner.login}:${issue.pull.headBranch}` !== head) return false;
    return !base || issue.pull.baseBranch === base;
  });
  return paged(call, found.reverse(), (issue) => pullShape(call.world.state, issue));
}

function create(call: Call): Reply {
  const { body } = call;
  const issue = openPull(call.doer, repositoryIn(call), {
    ...{ head: text(body.head) ?? '', base: text(body.base) ?? '', title: text(body.title) ?? '' },
    ...{ body: text(body.body) ?? '', draft: body.draft === true },
  });
  return ok(pullShape(call.world.state, issue), 201);
}

function review(call: Call): Reply {
  const issue = pullIn(call);
  requestReviews(call.doer, issue, names(call.body.reviewers, 'login') ?? []);
  return ok(pullShape(call.world.state, issue), 201);
}

/** Pull requests. */
export const pullRoutes: readonly Route[] = [
  { name: 'GET /repos/{owner}/{repo}/pulls', answer: pulls },
  { name: 'POST /repos/{owner}/{repo}/pulls', answer: create },
  {
    name: 'GET /repos/{owner}/{repo}/pulls/{pull_number}',
    answer: (call) => ok(pullShape(call.world.state, pullIn(call))),
  },
  { name: 'PUT /repos/{owner}/{repo}/pulls/{pull_number}/merge', answer: merge },
  { name: 'POST /repos/{owner}/{repo}/pulls/{pull_number}/requested_reviewers', answer: review },
];
