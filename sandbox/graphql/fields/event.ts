import { closedBy } from '../../acts/close.ts';
import { issuePage } from '../../shape/issue.ts';
import type { IssueEvent } from '../../world/model.ts';
import { actor, type Fields } from '../field.ts';
import { stateReason } from './issue.ts';

const shared: Fields<IssueEvent> = {
  id: ({ nodeId }) => nodeId,
  databaseId: ({ id }) => id,
  createdAt: ({ createdAt }) => createdAt,
  actor: (event) => actor(event.actor),
  url: ({ issue, id }) => `${issuePage(issue)}#event-${id}`,
};

const labelled: Fields<IssueEvent> = {
  ...shared,
  label: ({ label }) => label,
  labelable: ({ issue }) => issue,
};

const assigned: Fields<IssueEvent> = {
  ...shared,
  assignee: ({ assignee }) => actor(assignee),
  user: ({ assignee }) => (assignee?.kind === 'User' ? actor(assignee) : null),
  assignable: ({ issue }) => issue,
};

function willClose(referrer: IssueEvent['referrer'], target: IssueEvent['issue']): boolean {
  if (!referrer?.pull || referrer.repository !== target.repository) return false;
  return closedBy(referrer.body).some(({ owner, number }) => owner === undefined && number === target.number);
}

/** The events of a timeline, by type. */
export const eventFields: Record<IssueEvent['kind'], Fields<IssueEvent>> = {
  LabeledEvent: labelled,
  UnlabeledEvent: labelled,
  AssignedEvent: assigned,
  UnassignedEvent: assigned,
  ClosedEvent: {
    ...shared,
    // The published schema gives this field no `enableDuplicate`; it says DUPLICATE as it is.
    stateReason: ({ reason }) => stateReason(reason ?? null, true),
    closer: ({ closer }) => closer ?? null,
    closable: ({ issue }) => issue,
  },
  ReopenedEvent: {
    ...shared,
    closable: ({ issue }) => issue,
    stateReason: ({ issue }) => (issue.pull ? null : 'REOPENED'),
  },
  RenamedTitleEvent: {
    ...shared,
    previousTitle: ({ previousTitle }) => previousTitle,
    currentTitle: ({ currentTitle }) => currentTitle,
    subject: ({ issue }) => issue,
  },
  LockedEvent: { ...shared, lockReason: () => null, lockable: ({ issue }) => issue },
  UnlockedEvent: { ...shared, lockable: ({ issue }) => issue },
  CommentDeletedEvent: { ...shared, deletedCommentAuthor: ({ deletedCommentAuthor }) => actor(deletedCommentAuthor) },
  TransferredEvent: {
    ...shared,
    fromRepository: ({ fromRepository }) => fromRepository ?? null,
    issue: ({ issue }) => issue,
  },
  MarkedAsDuplicateEvent: {
    ...shared,
    canonical: ({ canonical }) => canonical ?? null,
    duplicate: ({ issue }) => issue,
    isCrossRepository: ({ canonical, issue }) => canonical?.repository !== issue.repository,
  },
  CrossReferencedEvent: {
    ...shared,
    source: ({ referrer }) => referrer,
    target: ({ issue }) => issue,
    referencedAt: ({ createdAt }) => createdAt,
    isCrossRepository: ({ referrer, issue }) => referrer?.repository !== issue.repository,
    willCloseTarget: ({ referrer, issue }) => willClose(referrer, issue),
  },
  MergedEvent: { ...shared, commit: ({ closer }) => closer ?? null, pullRequest: ({ issue }) => issue },
  ReviewRequestedEvent: {
    ...shared,
    requestedReviewer: ({ assignee }) => actor(assignee),
    pullRequest: ({ issue }) => issue,
  },
  HeadRefDeletedEvent: {
    ...shared,
    headRefName: ({ issue }) => issue.pull?.headBranch ?? '',
    pullRequest: ({ issue }) => issue,
  },
};
