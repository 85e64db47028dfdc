// What we may do to GitHub, as data. Every effect has a key by which the next pass finds it again (decision 8).

import type { CloseReason } from './close-reason.ts';
import type { IssueKey, WantedIssue } from './opened-issue.ts';
import type { Person } from './person.ts';

/** A comment's key: what it is for, with its lifetime in it. `card`, `checklist`, `record:2`, `reply:<source>`, `answers:<person>`… */
export type CommentKey = string;

export type Effect =
  | { readonly kind: 'create-label'; readonly name: string; readonly color: string; readonly description: string }
  | { readonly kind: 'add-labels'; readonly names: readonly string[] }
  | { readonly kind: 'remove-labels'; readonly names: readonly string[] }
  | { readonly kind: 'add-assignees'; readonly people: readonly Person[] }
  | { readonly kind: 'remove-assignees'; readonly people: readonly Person[] }
  /** `content` is GraphQL's name; `comment` a node id (a comment's or the issue's). */
  | { readonly kind: 'add-reaction'; readonly comment: string; readonly content: string }
  | { readonly kind: 'remove-reaction'; readonly comment: string; readonly content: string }
  | { readonly kind: 'retitle'; readonly title: string }
  | { readonly kind: 'reopen' }
  | { readonly kind: 'close'; readonly reason: CloseReason; readonly original: number | null }
  | { readonly kind: 'create-branch'; readonly name: string; readonly oid: string }
  | {
      readonly kind: 'commit';
      readonly branch: string;
      readonly headOid: string;
      readonly path: string;
      readonly text: string;
      readonly message: string;
    }
  | {
      readonly kind: 'open-pull';
      readonly branch: string;
      readonly base: string;
      readonly title: string;
      readonly body: string;
    }
  | { readonly kind: 'reopen-pull'; readonly pull: string }
  /** `pull`: node id, or null for the one opened in this pass. */
  | { readonly kind: 'request-review'; readonly pull: string | null; readonly people: readonly Person[] }
  /** Labels that the repository does not have are left out. */
  | ({ readonly kind: 'open-issue' } & WantedIssue)
  /** An issue that we opened before (node id) says something else now. */
  | { readonly kind: 'edit-issue'; readonly issue: string; readonly title: string; readonly body: string }
  | { readonly kind: 'create-comment'; readonly key: CommentKey; readonly body: string }
  | { readonly kind: 'edit-comment'; readonly key: CommentKey; readonly comment: string; readonly body: string }
  /** A comment of ours that repeats what was taken out: deleted before the card forgets it. */
  | { readonly kind: 'take-down'; readonly key: CommentKey; readonly comment: string }
  /** A pull request of ours (node id) says something else now; null: as it is. */
  | {
      readonly kind: 'edit-pull';
      readonly pull: string;
      readonly title: string | null;
      readonly body: string | null;
    }
  /** A second comment of ours for one key: the older one stays. */
  | { readonly kind: 'delete-comment'; readonly key: CommentKey; readonly comment: string }
  /** `comment`: node id, or null for the one of that key made in this pass. */
  | { readonly kind: 'pin-comment'; readonly key: CommentKey; readonly comment: string | null }
  /** Always last. `comment`: node id, or null for the empty card that this pass made with `create-comment` and key `card`. */
  | { readonly kind: 'write-card'; readonly comment: string | null; readonly body: string };

/**
 * Stand-ins for what GitHub names only when it exists; `apply` puts the real value in their place before the card is written,
 * and render writes the real value when the look already shows it. Private-use characters never survive from people's text.
 */
export const standIns = {
  /** Number of the post-mortem's pull request, e.g. `12`. */
  pull: '\uE000pull\uE001',
  /** Address of the checklist comment. */
  checklist: '\uE000checklist\uE001',
  /** Number of the issue of that key that is opened in this pass. Comments may hold it too. */
  issue: (key: IssueKey): string => `\uE000issue:${key}\uE001`,
} as const;
