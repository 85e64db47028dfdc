// The whole world as data.
import type { Account } from './account.ts';
import type { Comment, Commit, Issue, IssueEvent, Label, Milestone, Reaction, Repository, Revision } from './model.ts';

/** Anything that `node(id:)` can find. */
export type Findable =
  | Account
  | Repository
  | Label
  | Milestone
  | Issue
  | Comment
  | IssueEvent
  | Reaction
  | Commit
  | Revision;

/** A run of one of a repository's workflows; nothing runs here, somebody says that it did. */
export interface WorkflowRun {
  readonly id: number;
  /** `owner/name` in lower case. */
  readonly repository: string;
  /** The workflow's file below `.github/workflows/`. */
  readonly file: string;
  readonly event: string;
  readonly at: string;
}

/** The whole world as data. */
export interface State {
  now: string;
  ids: Record<string, number>;
  app: Account;
  appId: number;
  accounts: Map<string, Account>;
  repositories: Map<string, Repository>;
  /** Old full names of repositories (lower case), by which they are still found, and the new ones. */
  renamed: Map<string, string>;
  /** Accounts (lower case) on which the App is suspended, or no longer installed. */
  shut: Map<string, 'suspended' | 'uninstalled'>;
  nodes: Map<string, Findable>;
  commits: Map<string, Commit>;
  /** Texts by the oid git gives them. */
  blobs: Map<string, string>;
  /** Members by `org/team` (lower case). */
  teams: Map<string, Account[]>;
  /** Oldest first. */
  workflowRuns: WorkflowRun[];
}
