// What the world is made of: plain records only (no classes, no functions), so that the whole world can be copied in one go.
import type { Account, Permission } from './account.ts';
import type { ReactionContent } from './reaction-content.ts';
import type { RepositorySettings } from './settings.ts';

export interface Repository {
  kind: 'Repository';
  id: number;
  nodeId: string;
  owner: Account;
  name: string;
  private: boolean;
  archived: boolean;
  parent: Repository | null;
  defaultBranch: string;
  /** Branch name to commit oid. */
  branches: Map<string, string>;
  labels: Label[];
  milestones: Milestone[];
  /** Milestones are counted by themselves. */
  nextMilestone: number;
  /** Issues and pull requests by their common number. */
  issues: Map<number, Issue>;
  /** Where a transferred issue went. */
  moved: Map<number, Issue>;
  nextNumber: number;
  /** By account id. */
  permissions: Map<number, Permission>;
  settings: RepositorySettings;
  createdAt: string;
  pushedAt: string;
}

export interface Label {
  kind: 'Label';
  id: number;
  nodeId: string;
  repository: Repository;
  name: string;
  color: string;
  description: string | null;
  isDefault: boolean;
  createdAt: string;
}

export interface Milestone {
  kind: 'Milestone';
  id: number;
  nodeId: string;
  repository: Repository;
  number: number;
  title: string;
  description: string | null;
  dueOn: string | null;
  state: 'open' | 'closed';
  creator: Account;
  createdAt: string;
  updatedAt: string;
  closedAt: string | null;
}

/** One whole body in an edit history. */
export interface Revision {
  kind: 'UserContentEdit';
  nodeId: string;
  editor: Account;
  editedAt: string;
  body: string;
}

export interface Reaction {
  kind: 'Reaction';
  id: number;
  nodeId: string;
  content: ReactionContent;
  by: Account;
  createdAt: string;
  subject: Issue | Comment;
}

/** What an issue and a comment have in common: a body with a history. */
export interface Written {
  author: Account;
  body: string;
  createdAt: string;
  updatedAt: string;
  editor: Account | null;
  lastEditedAt: string | null;
  /** Oldest first; empty until the first edit, which also records the original. */
  revisions: Revision[];
  reactions: Reaction[];
}

export interface Comment extends Written {
  kind: 'IssueComment';
  id: number;
  nodeId: string;
  issue: Issue;
  minimizedReason: string | null;
  pinned: boolean;
}

export type CloseReason = 'completed' | 'not_planned' | 'duplicate';

/** What happened to an issue besides comments; which optional fields are filled depends on the kind. */
export interface IssueEvent {
  kind:
    | 'LabeledEvent'
    | 'UnlabeledEvent'
    | 'AssignedEvent'
    | 'UnassignedEvent'
    | 'ClosedEvent'
    | 'ReopenedEvent'
    | 'RenamedTitleEvent'
    | 'LockedEvent'
    | 'UnlockedEvent'
    | 'CommentDeletedEvent'
    | 'TransferredEvent'
    | 'MarkedAsDuplicateEvent'
    | 'MergedEvent'
    | 'ReviewRequestedEvent'
    | 'HeadRefDeletedEvent'
    | 'CrossReferencedEvent';
  id: number;
  nodeId: string;
  issue: Issue;
  actor: Account;
  createdAt: string;
  label?: Label;
  assignee?: Account;
  reason?: CloseReason;
  closer?: Issue | Commit | null;
  canonical?: Issue;
  previousTitle?: string;
  currentTitle?: string;
  deletedCommentAuthor?: Account;
  fromRepository?: Repository;
  /** The issue or pull request in which this one was mentioned. */
  referrer?: Issue;
}

export interface Issue extends Written {
  kind: 'Issue' | 'PullRequest';
  id: number;
  nodeId: string;
  repository: Repository;
  number: number;
  title: string;
  state: 'open' | 'closed';
  reason: CloseReason | 'reopened' | null;
  closedAt: string | null;
  closedBy: Account | null;
  locked: boolean;
  labels: Label[];
  assignees: Account[];
  milestone: Milestone | null;
  /** The issue that this one is a sub-issue of. */
  parent: Issue | null;
  /** In the order in which they were added; closed ones too. */
  subIssues: Issue[];
  /** Comments and events in the order in which they happened. */
  timeline: (Comment | IssueEvent)[];
  pull: Pull | null;
}

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
