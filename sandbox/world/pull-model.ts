import type { Account, Repository } from './model.ts';

/** What a pull request has beyond being an issue. */
export interface Pull {
  id: number;
  headBranch: string;
  headRepository: Repository;
  /** Follows the branch while the pull request is open, then stands still. */
  headOid: string;
  baseBranch: string;
  draft: boolean;
  merged: boolean;
  mergedAt: string | null;
  mergedBy: Account | null;
  mergeCommit: string | null;
  reviewers: Account[];
}

export interface Commit {
  kind: 'Commit';
  oid: string;
  nodeId: string;
  repository: Repository;
  message: string;
  parents: string[];
  author: Account;
  committedDate: string;
  /** The whole tree: path to text. */
  files: Record<string, string>;
}
