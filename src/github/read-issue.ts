// The parts of a look that are not the thread: issue, repository, labels, branch and pull requests.
import type { PullRequest } from '../core/pull-request.ts';
import type { Issue, Repository, RepositoryLabel } from '../core/snapshot.ts';
import type { RawIssue, RawLabel, RawPull, RawRepository } from './look-answer.ts';
import { personOf } from './person-of.ts';
import { closeReason, isOurs, type Reader, readRevisions } from './read-thread.ts';

export function readIssue(raw: RawIssue): Issue {
  return {
    id: raw.id,
    number: raw.number,
    url: raw.url,
    title: raw.title,
    body: raw.body,
    by: personOf(raw.author),
    at: raw.createdAt,
    editedAt: raw.lastEditedAt,
    editor: personOf(raw.editor),
    revisions: readRevisions(raw),
    state: (raw.state ?? raw.pullState) === 'OPEN' ? 'open' : 'closed',
    reason: closeReason(raw.stateReason),
    locked: raw.locked,
    isPullRequest: raw.__typename === 'PullRequest',
    labels: present(raw.labels?.nodes).map(({ id, name }) => ({ id, name })),
    assignees: present(raw.assignees.nodes).flatMap((actor) => personOf(actor) ?? []),
  };
}

export function readRepository(raw: RawRepository): Repository {
  return {
    id: raw.id,
    owner: raw.owner.login,
    name: raw.name,
    url: raw.url,
    defaultBranch: raw.defaultBranchRef?.name ?? '',
    headOid: raw.defaultBranchRef?.target?.oid ?? null,
    archived: raw.isArchived,
    private: raw.isPrivate,
  };
}

export function readLabel(raw: RawLabel): RepositoryLabel {
  return { id: raw.id, name: raw.name, color: raw.color, description: raw.description ?? '' };
}

const pullStates = { OPEN: 'open', CLOSED: 'closed', MERGED: 'merged' } as const;

export function readPull(raw: RawPull, reader: Reader): PullRequest {
  return {
    id: raw.id,
    number: raw.number,
    url: raw.url,
    branch: raw.headRefName,
    state: pullStates[raw.state],
    headOid: raw.headRefOid,
    mine: isOurs(raw, personOf(raw.author), reader.app),
    fromFork: raw.isCrossRepository,
    at: raw.createdAt,
    mergedAt: raw.mergedAt,
    mergedBy: personOf(raw.mergedBy),
    body: raw.body,
    reviewers: present(raw.reviewRequests?.nodes).flatMap(({ requestedReviewer }) => personOf(requestedReviewer) ?? []),
    paths: present(raw.files?.nodes).map(({ path }) => path),
  };
}

/** The nodes of a connection without holes: GitHub leaves a `null` where the viewer may not see something. */
export function present<T>(nodes: readonly (T | null)[] | null | undefined): readonly T[] {
  return (nodes ?? []).filter((node) => node !== null);
}
