import { tryMerge } from '../../acts/merge.ts';
import type { Account } from '../../world/account.ts';
import { pullPaths } from '../../world/dump.ts';
import { commitOf, commitsBetween, headOf } from '../../world/git.ts';
import type { Issue, Pull } from '../../world/model.ts';
import { connection } from '../connection.ts';
import { actor, type Field, type Fields } from '../field.ts';
import { reference } from './git.ts';
import { issueFields } from './issue.ts';

type PullRequest = Issue & { pull: Pull };

const files: Field<PullRequest> = (issue, paging, { doer }) => {
  const paths = pullPaths(doer.world.state, issue).map((path) => ({ path, additions: 0, deletions: 0 }));
  return connection(paths, paging, ({ path }) => path);
};

const reviewRequests: Field<PullRequest> = ({ pull, nodeId }, paging) => {
  const requests = pull.reviewers.filter(({ gone }) => !gone);
  const nodes = requests.map((requestedReviewer: Account) => ({
    id: `RRQ_${nodeId}${requestedReviewer.id}`,
    ...{ requestedReviewer, asCodeOwner: false, databaseId: requestedReviewer.id },
  }));
  return connection(nodes, paging, ({ id }) => id);
};

const commits: Field<PullRequest> = ({ pull, repository }, paging, { doer }) => {
  const { state } = doer.world;
  const merged = pull.mergeCommit === null ? undefined : commitOf(state, pull.mergeCommit).parents[0];
  const base = merged ?? headOf(state, repository, pull.baseBranch)?.oid ?? pull.headOid;
  const nodes = commitsBetween(state, base, pull.headOid).map((commit) => ({ commit }));
  return connection(nodes, paging, ({ commit }) => commit.oid);
};

/** What a pull request has beyond an issue. */
export const pullFields: Fields<PullRequest> = {
  ...(issueFields as Fields<PullRequest>),
  state: ({ pull, state }) => (pull.merged ? 'MERGED' : state.toUpperCase()),
  merged: ({ pull }) => pull.merged,
  mergedAt: ({ pull }) => pull.mergedAt,
  mergedBy: ({ pull }) => actor(pull.mergedBy),
  mergeCommit: ({ pull }, _, { doer }) =>
    pull.mergeCommit === null ? null : commitOf(doer.world.state, pull.mergeCommit),
  mergeable: (issue, _, { doer }) => {
    if (issue.state === 'closed') return 'UNKNOWN';
    return tryMerge(doer.world.state, issue).conflicts.length > 0 ? 'CONFLICTING' : 'MERGEABLE';
  },
  isDraft: ({ pull }) => pull.draft,
  isCrossRepository: ({ pull, repository }) => pull.headRepository !== repository,
  headRefName: ({ pull }) => pull.headBranch,
  headRefOid: ({ pull }) => pull.headOid,
  headRef: ({ pull }) => reference(pull.headRepository, pull.headBranch),
  headRepository: ({ pull }) => pull.headRepository,
  headRepositoryOwner: ({ pull }) => pull.headRepository.owner,
  baseRefName: ({ pull }) => pull.baseBranch,
  baseRef: ({ pull, repository }) => reference(repository, pull.baseBranch),
  baseRefOid: ({ pull, repository }, _, { doer }) =>
    headOf(doer.world.state, repository, pull.baseBranch)?.oid ?? pull.headOid,
  baseRepository: ({ repository }) => repository,
  changedFiles: (issue, _, { doer }) => pullPaths(doer.world.state, issue).length,
  permalink: (issue, given, asking) => issueFields.url?.(issue, given, asking),
  reviewDecision: () => null,
  reviewRequests,
  files,
  commits,
};
