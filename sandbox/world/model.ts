// What the world is made of: plain records only (no classes, no functions), so that the whole world can be copied in one go.

import type { Commit, Pull } from './pull-model.ts';
import type { RepositorySettings } from './settings.ts';

export type { Commit, Pull } from './pull-model.ts';

/** What somebody may do in a repository; the names are GitHub's role names, `none` stands for no access of their own. */
export type Permission = 'admin' | 'maintain' | 'write' | 'triage' | 'read' | 'none';

/** A person, an app's bot or an organisation. A bot's login is bare (`sitrep`); REST adds `[bot]`, GraphQL does not. */
export interface Account {
  kind: 'User' | 'Bot' | 'Organization';
  id: number;
  nodeId: string;
  login: string;
  /** The account was deleted: GitHub shows what it wrote without an author. */
  gone: boolean;
  createdAt: string;
}

export type User = Account;

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

/** GitHub's eight reactions, by the names GraphQL uses. */
export type ReactionContent =
  | 'THUMBS_UP'
  | 'THUMBS_DOWN'
  | 'LAUGH'
  | 'HOORAY'
  | 'CONFUSED'
  | 'HEART'
  | 'ROCKET'
  | 'EYES';

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

/** The whole world as data. */
export interface State {
  now: string;
  ids: Record<string, number>;
  app: Account;
  appId: number;
  accounts: Map<string, Account>;
  repositories: Map<string, Repository>;
  nodes: Map<string, Findable>;
  commits: Map<string, Commit>;
  /** Texts by the oid git gives them. */
  blobs: Map<string, string>;
  /** Members by `org/team` (lower case). */
  teams: Map<string, Account[]>;
}
