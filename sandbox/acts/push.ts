import { NotFound, Refusal, Unprocessable } from '../refusal.ts';
import type { Doer } from '../world/doer.ts';
import { commitOf, commitsBetween, headOf, overlay, writeCommit } from '../world/git.ts';
import type { Commit, Repository } from '../world/model.ts';
import { demand } from '../world/permission.ts';
import { closeByKeywords } from './close.ts';
import { shutPull } from './shut-pull.ts';

/** A commit to make: what changes (null deletes), on which branch, with which words, on top of which commit. */
export interface Push {
  files: Record<string, string | null>;
  branch?: string;
  message?: string;
  expectedHead?: string;
}

/** Commits on a branch that is there: write access to the contents. A stale `expectedHead` is refused. */
export function push(doer: Doer, repository: Repository, input: Push): Commit {
  demand(doer, repository, 'write', 'contents');
  const branch = input.branch ?? repository.defaultBranch;
  const head = headOf(doer.world.state, repository, branch);
  if (!head) throw new NotFound(`Branch "${branch}" not found`);
  if (input.expectedHead !== undefined && input.expectedHead !== head.oid) {
    const message = `Expected branch to point to "${input.expectedHead}" but it did not. Pull and try again.`;
    throw new Refusal(409, 'STALE_DATA', message);
  }
  const missing = Object.entries(input.files).find(([path, text]) => text === null && head.files[path] === undefined);
  if (missing) throw new Unprocessable(`A path was requested for deletion which does not exist: ${missing[0]}`);
  const message = input.message ?? `Update ${Object.keys(input.files).join(', ')}`;
  const files = overlay(head.files, input.files);
  const commit = writeCommit(doer, repository, { files, parents: [head.oid], message });
  moveBranch(doer, repository, branch, commit.oid);
  return commit;
}

/** Points a branch to a commit without asking: open pull requests follow, closing keywords on the default branch act. */
export function moveBranch(doer: Doer, repository: Repository, branch: string, oid: string): void {
  const { state } = doer.world;
  const before = repository.branches.get(branch);
  repository.branches.set(branch, oid);
  repository.pushedAt = doer.world.now;
  doer.world.tell(doer, { name: 'push', action: '', repository, push: { branch, before, after: oid } });
  for (const other of state.repositories.values()) {
    for (const issue of other.issues.values()) {
      const { pull } = issue;
      if (!pull || issue.state === 'closed' || pull.headRepository !== repository || pull.headBranch !== branch)
        continue;
      if (pull.headOid === oid) continue;
      const moved = { branch, before: pull.headOid, after: oid };
      pull.headOid = oid;
      issue.updatedAt = doer.world.now;
      doer.world.tell(doer, { name: 'pull_request', action: 'synchronize', repository: other, issue, push: moved });
    }
  }
  if (branch !== repository.defaultBranch || before === undefined) return;
  for (const commit of commitsBetween(state, before, oid)) closeByKeywords(doer, commit, commit.message);
}

/** Makes a branch: write access to the contents. Refused when it is there already or the commit is unknown. */
export function createBranch(doer: Doer, repository: Repository, branch: string, oid?: string): void {
  demand(doer, repository, 'write', 'contents');
  if (repository.branches.has(branch)) {
    throw new Unprocessable(`A ref named "refs/heads/${branch}" already exists in the repository.`);
  }
  // Git keeps a branch as a file: there is no room for one below it, nor above.
  for (const other of repository.branches.keys()) {
    if (other.startsWith(`${branch}/`) || branch.startsWith(`${other}/`)) {
      throw new Unprocessable(
        `Reference update failed: "refs/heads/${other}" exists; cannot create "refs/heads/${branch}"`,
      );
    }
  }
  if (!isBranchName(branch)) throw new Unprocessable(`refs/heads/${branch} is not a valid ref name.`);
  const start = oid ?? repository.branches.get(repository.defaultBranch);
  if (start === undefined || !doer.world.state.commits.has(start)) throw new Unprocessable('Object does not exist');
  repository.branches.set(branch, start);
  doer.world.tell(doer, { name: 'create', action: '', repository, push: { branch, after: start } });
}

// git check-ref-format, as far as it is likely to be met.
function isBranchName(branch: string): boolean {
  if (branch === '' || /[\s~^:?*[\\]|\.\.|@\{|\/\/|[\p{Cc}]/u.test(branch)) return false;
  return !/^[/.-]|[/.]$|\/\.|\.lock(\/|$)/.test(branch);
}

/** Deletes a branch: write access to the contents; never the default one. Open pull requests from it are closed. */
export function deleteBranch(doer: Doer, repository: Repository, branch: string): void {
  demand(doer, repository, 'write', 'contents');
  if (branch === repository.defaultBranch) throw new Unprocessable('Cannot delete the default branch');
  if (!repository.branches.delete(branch)) throw new Unprocessable('Reference does not exist');
  doer.world.tell(doer, { name: 'delete', action: '', repository, push: { branch } });
  for (const other of doer.world.state.repositories.values()) {
    for (const issue of other.issues.values()) {
      const { pull } = issue;
      if (issue.state === 'closed' || pull?.headRepository !== repository || pull.headBranch !== branch) continue;
      shutPull(doer, issue);
    }
  }
}

/** Moves a branch to a known commit; without force only forward. */
export function updateBranch(doer: Doer, repository: Repository, branch: string, oid: string, force: boolean): void {
  demand(doer, repository, 'write', 'contents');
  const { state } = doer.world;
  const head = headOf(state, repository, branch);
  if (!head) throw new NotFound(`Branch "${branch}" not found`);
  if (!state.commits.has(oid)) throw new Unprocessable('Object does not exist');
  if (!force && commitsBetween(state, oid, head.oid).length > 0)
    throw new Unprocessable('Update is not a fast forward');
  moveBranch(doer, repository, branch, commitOf(state, oid).oid);
}
