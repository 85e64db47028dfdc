// What should be true after the pass, in words and values: what render hands to the diff.

import type { CloseReason } from './close-reason.ts';
import type { CommentKey } from './effect.ts';
import type { WantedIssue } from './opened-issue.ts';
import type { Person } from './person.ts';
import type { PullRequest } from './pull-request.ts';
import type { Comment } from './snapshot.ts';

/** A comment of ours that should stand in the thread. `body` carries its key already. */
export interface WantedComment {
  readonly key: CommentKey;
  readonly body: string;
}

/** The post-mortem's pull request, as it is to be opened (or opened again). */
export interface WantedPull {
  readonly branch: string;
  readonly path: string;
  readonly text: string;
  readonly message: string;
  readonly title: string;
  readonly body: string;
  readonly reviewers: readonly Person[];
  /** It is being opened by this pass or one cut short before it: who must review is asked. */
  readonly isNew: boolean;
  readonly reopen: boolean;
}

/** What stands in the open pull request must go. */
export interface WantedPullEdit {
  readonly pull: PullRequest;
  /** The file as it should be; null: as it is. */
  readonly file: { readonly path: string; readonly text: string; readonly message: string } | null;
  readonly title: string | null;
  readonly body: string | null;
}

/** Everything that should be true after the pass, rendered. */
export interface Wanted {
  readonly repositoryLabels: readonly { readonly name: string; readonly color: string; readonly description: string }[];
  readonly labels: readonly string[];
  readonly noLabels: readonly string[];
  readonly assignees: readonly Person[];
  readonly noAssignees: readonly Person[];
  readonly title: string | null;
  readonly state:
    | { readonly open: true }
    | { readonly open: false; readonly reason: CloseReason; readonly original: number | null; readonly isNew: boolean }
    | null;
  readonly reactions: readonly { readonly comment: Comment; readonly ok: boolean }[];
  readonly comments: readonly WantedComment[];
  /** To be opened unless the look shows them. */
  readonly issues: readonly WantedIssue[];
  /** What issues that we opened (node ids) must say. */
  readonly masked: readonly { readonly issue: string; readonly title: string; readonly body: string }[];
  /** Comments of ours that repeat what was taken out. */
  readonly takenDown: readonly { readonly key: CommentKey; readonly comment: Comment }[];
  /** What is to be taken out of the post-mortem's open pull request; null: nothing. */
  readonly pullEdit: WantedPullEdit | null;
  /** Comments of ours that must not stand any more. */
  readonly noComments: readonly { readonly key: CommentKey; readonly comment: Comment }[];
  readonly pull: WantedPull | null;
  /** Null where there is no incident: then no card is kept. */
  readonly card: WantedCard | null;
}

/** The card: its text for a revision of the ledger, and the ledger's texts that moved to comments of their own. */
export interface WantedCard {
  /** The whole body for a given revision and pin mark. */
  body(revision: number, pinned: boolean): string;
  /** Whether a card that stands must go, and another stand for it: its history tells what must not be told. */
  mustGo(card: Comment): boolean;
  /** What an empty card says until the first pass is done. */
  readonly empty: string;
}
