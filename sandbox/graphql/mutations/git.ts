import { createBranch, deleteBranch, push, updateBranch } from '../../acts/push.ts';
import { Unprocessable } from '../../refusal.ts';
import { findRepository } from '../../world/find.ts';
import type { Repository } from '../../world/model.ts';
import type { Asking } from '../field.ts';
import { reference } from '../fields/git.ts';
import type { Input, Payload } from '../input.ts';
import { target } from '../target.ts';

function branchName(ref: string): string {
  if (!ref.startsWith('refs/heads/')) throw new Unprocessable(`The sandbox has branches only, not ${ref}`);
  return ref.slice('refs/heads/'.length);
}

// A branch is named by its reference's id or by repository and name.
function branchOf(input: Input, asking: Asking): { repository: Repository; branch: string } {
  const { id, repositoryNameWithOwner, branchName: name } = input.branch;
  if (id) return target(asking, id, 'Ref');
  const [owner = '', repositoryName = ''] = (repositoryNameWithOwner ?? '').split('/');
  const repository = findRepository(asking.doer.world.state, { owner, name: repositoryName });
  if (!repository || !name) throw new Unprocessable('A branch is named by its id, or by repository and name');
  return { repository: target(asking, repository.nodeId, 'Repository'), branch: name.replace(/^refs\/heads\//, '') };
}

/** Mutations of branches and commits. */
export const gitMutations: Record<string, (input: Input, asking: Asking) => Payload> = {
  createRef: (input, asking) => {
    const repository = target(asking, input.repositoryId, 'Repository');
    const branch = branchName(input.name);
    createBranch(asking.doer, repository, branch, input.oid);
    return { ref: reference(repository, branch) };
  },
  updateRef: (input, asking) => {
    const { repository, branch } = target(asking, input.refId, 'Ref');
    updateBranch(asking.doer, repository, branch, input.oid, input.force);
    return { ref: reference(repository, branch) };
  },
  deleteRef: (input, asking) => {
    const { repository, branch } = target(asking, input.refId, 'Ref');
    deleteBranch(asking.doer, repository, branch);
    return {};
  },
  createCommitOnBranch: (input, asking) => {
    const { repository, branch } = branchOf(input, asking);
    const files: Record<string, string | null> = {};
    for (const { path } of input.fileChanges?.deletions ?? []) files[path] = null;
    for (const { path, contents } of input.fileChanges?.additions ?? []) {
      files[path] = Buffer.from(contents, 'base64').toString();
    }
    const { headline, body } = input.message;
    const message = body ? `${headline}\n\n${body}` : headline;
    const commit = push(asking.doer, repository, { files, branch, message, expectedHead: input.expectedHeadOid });
    return { commit, ref: reference(repository, branch) };
  },
};
