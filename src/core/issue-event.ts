// What happened to an issue besides comments, as its timeline shows it.
import type { CloseReason } from './close-reason.ts';
import type { Person } from './person.ts';

interface Happening {
  readonly id: string;
  readonly at: string;
  readonly by: Person | null;
}
export interface LabelEvent extends Happening {
  readonly kind: 'labeled' | 'unlabeled';
  readonly label: string;
}
export interface AssigneeEvent extends Happening {
  readonly kind: 'assigned' | 'unassigned';
  readonly who: Person | null;
}
export interface CloseEvent extends Happening {
  readonly kind: 'closed';
  readonly reason: CloseReason;
  /** The pull request or commit whose closing keyword closed the issue. */
  readonly closer: { readonly kind: 'pull' | 'commit'; readonly name: string; readonly url: string } | null;
}
export interface ReopenEvent extends Happening {
  readonly kind: 'reopened';
}
export interface RenameEvent extends Happening {
  readonly kind: 'renamed';
  readonly from: string;
  readonly to: string;
}
export interface CommentDeletedEvent extends Happening {
  readonly kind: 'comment-deleted';
  readonly author: Person | null;
}
export interface DuplicateEvent extends Happening {
  readonly kind: 'marked-duplicate';
  readonly original: number;
}
export interface TransferEvent extends Happening {
  readonly kind: 'transferred';
}
export type IssueEvent =
  | LabelEvent
  | AssigneeEvent
  | CloseEvent
  | ReopenEvent
  | RenameEvent
  | CommentDeletedEvent
  | DuplicateEvent
  | TransferEvent;
