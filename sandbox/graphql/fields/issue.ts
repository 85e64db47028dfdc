import { issuePage } from '../../shape/issue.ts';
import { SITE } from '../../shape/site.ts';
import type { Comment, Issue, IssueEvent, Label } from '../../world/model.ts';
import { sees } from '../../world/permission.ts';
import { connection } from '../connection.ts';
import type { Field, Fields } from '../field.ts';
import { writtenFields } from './written.ts';

// `ISSUE_COMMENT` is IssueComment, `CLOSED_EVENT` ClosedEvent, and so on.
function kindOf(itemType: string): string {
  return itemType
    .toLowerCase()
    .split('_')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('');
}

// These are on pull requests only, or are not items of an issue's timeline in the schema.
const PULL_ONLY = new Set(['MergedEvent', 'ReviewRequestedEvent', 'HeadRefDeletedEvent']);

const timelineItems: Field<Issue> = (issue, given, { doer }) => {
  const kinds = given.itemTypes?.map(kindOf);
  const since = given.since ? Date.parse(given.since) : Number.NEGATIVE_INFINITY;
  const items: (Comment | IssueEvent)[] = issue.timeline.filter((item) => {
    if (!issue.pull && PULL_ONLY.has(item.kind)) return false;
    // Who may not see what mentions it is not told that it does.
    if (item.kind === 'CrossReferencedEvent' && !sees(doer, item.referrer!.repository)) return false;
    return (!kinds || kinds.includes(item.kind)) && Date.parse(item.createdAt) >= since;
  });
  const page = connection(items, given, ({ nodeId }) => nodeId);
  return { ...page, filteredCount: items.length, pageCount: page.nodes.length, updatedAt: issue.updatedAt };
};

/** What issues and pull requests have in common. */
export const issueFields: Fields<Issue> = {
  ...(writtenFields as Fields<Issue>),
  number: ({ number }) => number,
  title: ({ title }) => title,
  titleHTML: ({ title }) => title,
  url: (issue) => issuePage(issue),
  resourcePath: (issue) => issuePage(issue).slice(SITE.length),
  state: ({ state }) => state.toUpperCase(),
  stateReason: ({ reason }, { enableDuplicate }) => stateReason(reason, enableDuplicate),
  closed: ({ state }) => state === 'closed',
  closedAt: ({ closedAt }) => closedAt,
  locked: ({ locked }) => locked,
  activeLockReason: () => null,
  isPinned: () => false,
  milestone: ({ milestone }) => milestone,
  labels: ({ labels }, given) => connection(inOrder(labels, given.orderBy), given, ({ nodeId }) => nodeId),
  assignees: ({ assignees }, paging) => connection(assignees, paging, ({ nodeId }) => nodeId),
  comments: ({ timeline }, paging) => {
    const written = timeline.filter((item): item is Comment => item.kind === 'IssueComment');
    const comments = paging.orderBy ? byChange(written, paging.orderBy.direction) : written;
    return connection(comments, paging, ({ nodeId }) => nodeId);
  },
  participants: ({ author, timeline }, paging) => {
    const people = timeline.flatMap((item) => (item.kind === 'IssueComment' ? [item.author] : []));
    const users = new Set([author, ...people].filter(({ kind, gone }) => kind === 'User' && !gone));
    return connection([...users], paging, ({ nodeId }) => nodeId);
  },
  parent: ({ parent }) => parent,
  subIssues: ({ subIssues }, paging) => connection(subIssues, paging, ({ nodeId }) => nodeId),
  subIssuesSummary: ({ subIssues }) => {
    const completed = subIssues.filter(({ state }) => state === 'closed').length;
    const total = subIssues.length;
    return { total, completed, percentCompleted: total === 0 ? 0 : Math.floor((completed * 100) / total) };
  },
  timelineItems,
};

/** GitHub says NOT_PLANNED for a duplicate to those who did not ask for the newer value. */
export function stateReason(reason: Issue['reason'], enableDuplicate: boolean): string | null {
  if (reason === 'duplicate' && !enableDuplicate) return 'NOT_PLANNED';
  return reason === null ? null : reason.toUpperCase();
}

/** GitHub knows no other order of comments than by their last change. */
function byChange(comments: readonly Comment[], direction: 'ASC' | 'DESC'): Comment[] {
  const sorted = comments.toSorted((a, b) => Date.parse(a.updatedAt) - Date.parse(b.updatedAt));
  return direction === 'DESC' ? sorted.reverse() : sorted;
}

/** Labels by name or by when they were made (the default). */
export function inOrder(
  labels: readonly Label[],
  order: { readonly field: string; readonly direction: string } | null | undefined,
): Label[] {
  const sign = order?.direction === 'DESC' ? -1 : 1;
  const byName = order?.field === 'NAME';
  return [...labels].sort(
    (a, b) => sign * (byName ? a.name.toLowerCase().localeCompare(b.name.toLowerCase()) : a.id - b.id),
  );
}
