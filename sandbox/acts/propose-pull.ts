import type { Doer } from '../world/doer.ts';
import { headOf } from '../world/git.ts';
import type { Issue, Pull, Repository } from '../world/model.ts';
import { demand } from '../world/permission.ts';
import { openPull } from './pull.ts';
import { createBranch, push } from './push.ts';

/** A pull request with its change; `fork`: from the person's own fork, which is made when missing. */
export interface ProposedPull {
  title: string;
  body?: string;
  head: string;
  base?: string;
  files?: Record<string, string | null>;
  fork?: boolean;
}

/** Commits the files to the head branch, which is made when missing, and opens the pull request. Refuses what they refuse. */
export function proposePull(doer: Doer, target: Repository, proposed: ProposedPull): Issue & { pull: Pull } {
  const { files, fork, ...input } = proposed;
  demand(doer, target, 'read', 'pull_requests');
  const from = fork ? doer.world.fork(target, doer.by) : target;
  if (!headOf(doer.world.state, from, input.head)) {
    createBranch(doer, from, input.head, target.branches.get(input.base ?? target.defaultBranch));
  }
  if (files) push(doer, from, { files, branch: input.head, message: input.title });
  return openPull(doer, target, { ...input, from });
}
