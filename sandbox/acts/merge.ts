import { Refusal, Unprocessable } from '../refusal.ts';
import type { Doer } from '../world/doer.ts';
import { commitOf, commitsBetween, headOf, mergeBase, writeCommit } from '../world/git.ts';
import { happen } from '../world/happen.ts';
import type { Commit, Issue, Pull } from '../world/model.ts';
import { demand } from '../world/permission.ts';
import type { State } from '../world/state.ts';
import { type Merged, threeWay } from '../world/three-way.ts';
import { closeByKeywords } from './close.ts';
import { moveBranch } from './push.ts';

export type MergeMethod = 'merge' | 'squash' | 'rebase';

/** What merging a pull request now would give. */
export function tryMerge(state: State, issue: Issue & { pull: Pull }): Merged {
  const base = headOf(state, issue.repository, issue.pull.baseBranch);
  if (!base) return { files: {}, conflicts: ['(the base branch is gone)'] };
  const common = mergeBase(state, base.oid, issue.pull.headOid);
  const before = common === null ? {} : commitOf(state, common).files;
  return threeWay(before, base.files, commitOf(state, issue.pull.headOid).files);
}

/** Merges a pull request: write access to the contents. Conflicts are refused with 405, as GitHub does. */
export function mergePull(doer: Doer, issue: Issue & { pull: Pull }, method: MergeMethod = 'merge'): Commit {
  const { state } = doer.world;
  const { pull, repository } = issue;
  demand(doer, repository, 'write', 'contents');
  if (pull.merged || issue.state === 'closed' || pull.draft)
    throw new Refusal(405, 'UNPROCESSABLE', 'Pull Request is not mergeable');
  const base = headOf(state, repository, pull.baseBranch);
  if (!base) throw new Unprocessable('Base ref must be a branch');
  const { files, conflicts } = tryMerge(state, issue);
  if (conflicts.length > 0) {
    throw new Refusal(405, 'UNPROCESSABLE', `Pull Request is not mergeable: conflict in ${conflicts.join(', ')}`);
  }
  const brought = commitsBetween(state, base.oid, pull.headOid);
  const parents = method === 'merge' ? [base.oid, pull.headOid] : [base.oid];
  const commit = writeCommit(doer, repository, { files, parents, message: messageOf(issue, method, brought) });
  settle(doer, issue, commit);
  // The pull request's own words first: GitHub names it, not its commits, as what closed the issue.
  if (pull.baseBranch === repository.defaultBranch) closeByKeywords(doer, issue, issue.body);
  moveBranch(doer, repository, pull.baseBranch, commit.oid);
  doer.world.tell(doer, { name: 'pull_request', action: 'closed', repository, issue });
  return commit;
}

// A squash carries the messages of what it squashes; a rebase the last one's, since here it makes one commit.
function messageOf(issue: Issue & { pull: Pull }, method: MergeMethod, brought: readonly Commit[]): string {
  const { pull, number, title } = issue;
  if (method === 'merge') {
    return `Merge pull request #${number} from ${pull.headRepository.owner.login}/${pull.headBranch}\n\n${title}`;
  }
  if (method === 'rebase') return brought.at(-1)?.message ?? title;
  return `${title} (#${number})\n\n${brought.map(({ message }) => `* ${message}`).join('\n\n')}`;
}

function settle(doer: Doer, issue: Issue & { pull: Pull }, commit: Commit): void {
  const mergedAt = doer.world.now;
  Object.assign(issue.pull, { merged: true, mergedAt, mergedBy: doer.by, mergeCommit: commit.oid });
  Object.assign(issue, { state: 'closed', closedAt: mergedAt, closedBy: doer.by });
  happen(doer, issue, 'MergedEvent', { closer: commit });
  happen(doer, issue, 'ClosedEvent', { closer: null });
}
