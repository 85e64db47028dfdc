import type { IssueEvent } from '../world/model.ts';
import { accountShape } from './account.ts';
import { repositoryUrl } from './repository.ts';

// What REST calls the kinds of events. Mentions stand in the timeline only, not among an issue's events.
const NAMES: Record<Exclude<IssueEvent['kind'], 'CrossReferencedEvent'>, string> = {
  LabeledEvent: 'labeled',
  UnlabeledEvent: 'unlabeled',
  AssignedEvent: 'assigned',
  UnassignedEvent: 'unassigned',
  ClosedEvent: 'closed',
  ReopenedEvent: 'reopened',
  RenamedTitleEvent: 'renamed',
  LockedEvent: 'locked',
  UnlockedEvent: 'unlocked',
  CommentDeletedEvent: 'comment_deleted',
  TransferredEvent: 'transferred',
  MarkedAsDuplicateEvent: 'marked_as_duplicate',
  MergedEvent: 'merged',
  ReviewRequestedEvent: 'review_requested',
  HeadRefDeletedEvent: 'head_ref_deleted',
};

/** An event of an issue as REST shows it; null: REST does not list it among an issue's events. */
export function eventShape(event: IssueEvent): Record<string, unknown> | null {
  const { kind, id, nodeId, actor, createdAt, issue, closer } = event;
  if (kind === 'CrossReferencedEvent') return null;
  const commit = closer?.kind === 'Commit' ? closer.oid : null;
  const commits = `${repositoryUrl(issue.repository)}/commits`;
  return {
    ...{ id, node_id: nodeId, url: `${repositoryUrl(issue.repository)}/issues/events/${id}` },
    ...{ actor: accountShape(actor), event: NAMES[kind], commit_id: commit },
    ...{ commit_url: commit && `${commits}/${commit}`, created_at: createdAt, performed_via_github_app: null },
    ...detail(event),
  };
}

function detail({ kind, label, assignee, actor, reason, previousTitle, currentTitle }: IssueEvent): object {
  if (label) return { label: { name: label.name, color: label.color } };
  if (assignee) return { assignee: accountShape(assignee), assigner: accountShape(actor) };
  if (kind === 'RenamedTitleEvent') return { rename: { from: previousTitle, to: currentTitle } };
  if (kind === 'LockedEvent') return { lock_reason: null };
  return kind === 'ClosedEvent' ? { state_reason: reason ?? null } : {};
}
