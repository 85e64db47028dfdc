import type { Account } from './account.ts';
import type { Comment, Issue, Label, Repository } from './model.ts';

/** Something happened that GitHub would send a webhook for, before it has the shape of one. */
export interface News {
  readonly name: 'issues' | 'issue_comment' | 'pull_request' | 'label' | 'push' | 'create' | 'delete';
  readonly action: string;
  readonly repository: Repository;
  readonly issue?: Issue;
  readonly comment?: Comment;
  readonly label?: Label;
  readonly assignee?: Account;
  readonly changes?: Record<string, unknown> | undefined;
  readonly movedTo?: Issue;
  readonly movedFrom?: Issue;
  readonly push?: { branch: string; before?: string | undefined; after?: string };
}

/** A webhook as the App would get it: the event's name, its action (empty for a push) and GitHub's payload. */
export interface WebhookEvent {
  readonly name: string;
  readonly action: string;
  readonly repository: { readonly owner: string; readonly name: string };
  readonly payload: Record<string, unknown>;
}
