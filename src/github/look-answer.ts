// The shapes in which GitHub answers the documents of look.ts, as far as we read them.
import type { RawConfig } from './config-answer.ts';

export interface Page<T> {
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  readonly nodes: readonly (T | null)[] | null;
}

export interface Nodes<T> {
  readonly nodes: readonly (T | null)[] | null;
}

export interface RawActor {
  readonly __typename?: string;
  readonly id?: string;
  readonly login?: string;
}

/** Versions of a text, newest first. */
export type RawEdits = Nodes<{
  readonly id: string;
  readonly editedAt: string;
  readonly diff: string | null;
  readonly editor: RawActor | null;
}> | null;

export interface RawComment {
  readonly __typename: 'IssueComment';
  readonly id: string;
  readonly fullDatabaseId: string | number;
  readonly url: string;
  readonly createdAt: string;
  readonly body: string;
  readonly lastEditedAt: string | null;
  readonly isMinimized: boolean;
  readonly viewerDidAuthor: boolean;
  readonly author: RawActor | null;
  readonly editor: RawActor | null;
  readonly authorAssociation: string;
  readonly userContentEdits: RawEdits;
  /** The oldest of them. */
  readonly firstEdit: RawEdits;
  readonly reactions: Nodes<{
    readonly id: string;
    readonly content: string;
    readonly createdAt: string;
    readonly user: RawActor | null;
  }>;
  readonly reactionGroups:
    | readonly { readonly content: string; readonly createdAt: string | null; readonly viewerHasReacted: boolean }[]
    | null;
}

/** Any other timeline item; which fields are there depends on `__typename`. */
export interface RawEvent {
  readonly __typename: string;
  readonly id: string;
  readonly createdAt: string;
  readonly actor: RawActor | null;
  readonly label?: { readonly name: string } | null;
  readonly assignee?: RawActor | null;
  readonly stateReason?: string | null;
  readonly closer?: RawCloser | null;
  readonly previousTitle?: string;
  readonly currentTitle?: string;
  readonly deletedCommentAuthor?: RawActor | null;
  readonly canonical?: { readonly number?: number } | null;
  readonly source?: ({ readonly __typename: string } & Partial<RawOpened>) | null;
}

/** An issue that may be one that we opened. */
export interface RawOpened {
  readonly id: string;
  readonly number: number;
  readonly url: string;
  readonly title: string;
  readonly state: 'OPEN' | 'CLOSED';
  readonly stateReason: string | null;
  readonly createdAt: string;
  readonly viewerDidAuthor: boolean;
  readonly body: string;
  readonly author: RawActor | null;
  /** The text as first written; empty when it was never edited. */
  readonly userContentEdits: Nodes<{ readonly diff: string | null }> | null;
}

export interface RawCloser {
  readonly __typename: string;
  readonly number?: number;
  readonly abbreviatedOid?: string;
  readonly url?: string;
  readonly repository?: { readonly nameWithOwner: string };
}

export type RawItem = RawComment | RawEvent;

export interface RawIssue {
  readonly __typename: 'Issue' | 'PullRequest';
  readonly id: string;
  readonly number: number;
  readonly url: string;
  readonly title: string;
  readonly body: string;
  readonly userContentEdits: RawEdits;
  /** The oldest of them. */
  readonly firstEdit: RawEdits;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly lastEditedAt: string | null;
  /** Of an issue. */
  readonly state?: 'OPEN' | 'CLOSED';
  /** Of a pull request: GraphQL's two enums cannot share a name in one document. */
  readonly pullState?: 'OPEN' | 'CLOSED' | 'MERGED';
  readonly stateReason?: string | null;
  readonly locked: boolean;
  readonly authorAssociation: string;
  readonly author: RawActor | null;
  readonly editor: RawActor | null;
  readonly labels: Nodes<{ readonly id: string; readonly name: string }> | null;
  readonly assignees: Nodes<RawActor>;
  /** Of an issue. */
  readonly subIssues?: (Nodes<RawOpened> & { readonly totalCount: number }) | null;
  /** Of an issue. */
  readonly timelineItems?: Page<RawItem>;
  readonly commentCount?: { readonly totalCount: number };
  /** What came after the part that is remembered, and the comments changed last; only where a part is. */
  readonly tail?: Page<RawItem>;
  readonly lately?: Nodes<RawComment & { readonly updatedAt: string }>;
}

export interface RawPull {
  readonly id: string;
  readonly number: number;
  readonly url: string;
  readonly headRefName: string;
  readonly headRefOid: string;
  readonly state: 'OPEN' | 'CLOSED' | 'MERGED';
  readonly body: string;
  readonly createdAt: string;
  readonly mergedAt: string | null;
  readonly isCrossRepository: boolean;
  readonly viewerDidAuthor: boolean;
  readonly userContentEdits: Nodes<{ readonly diff: string | null }> | null;
  readonly author: RawActor | null;
  readonly mergedBy: RawActor | null;
  readonly reviewRequests: Nodes<{ readonly requestedReviewer: RawActor | null }> | null;
  readonly files: Nodes<{ readonly path: string }> | null;
}

export interface RawLabel {
  readonly id: string;
  readonly name: string;
  readonly color: string;
  readonly description: string | null;
}

export interface RawMilestone {
  readonly id: string;
  readonly title: string;
  readonly dueOn: string | null;
}

export interface RawBranch {
  readonly name: string;
  readonly target: {
    readonly oid: string;
    readonly message?: string;
    /** `user`: null where GitHub knows nobody of the commit's address, as of an app's. */
    readonly author?: { readonly user: { readonly login: string } | null } | null;
  } | null;
}

export interface RawRepository extends RawConfig {
  readonly id: string;
  readonly url: string;
  readonly name: string;
  readonly isArchived: boolean;
  readonly isPrivate: boolean;
  readonly owner: { readonly login: string };
  readonly defaultBranchRef: { readonly name: string; readonly target: { readonly oid: string } | null } | null;
  readonly labels: Page<RawLabel>;
  /** Null where the viewer may not see them. */
  readonly milestones: Nodes<RawMilestone> | null;
  readonly ref: RawBranch | null;
  /** The same of the other name of the post-mortem's branch. */
  readonly otherRef: RawBranch | null;
  /** A branch that leaves no room for the usual name, and how many stand below that name. */
  readonly above: { readonly name: string } | null;
  readonly below: { readonly totalCount: number } | null;
  readonly pullRequests: Page<RawPull>;
  readonly otherPulls: Page<RawPull>;
  readonly issueOrPullRequest: RawIssue | null;
}

/** The answer to the look's document. */
export interface RawLook {
  readonly viewer: { readonly id: string; readonly login: string };
  readonly repository: RawRepository | null;
}
