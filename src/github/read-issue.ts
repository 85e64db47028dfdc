// The parts of a look that are not the thread: issue, repository, labels, branch and pull requests.
import { postMortemOf } from '../core/post-mortem-mark.ts';
import type { PullRequest } from '../core/pull-request.ts';
import type { Seal } from '../core/seal.ts';
import type { Issue, Repository, RepositoryLabel } from '../core/snapshot.ts';
import type { RawIssue, RawLabel, RawPull, RawRepository } from './look-answer.ts';
import { personOf } from './person-of.ts';
import { closeReason, isInsider, isOurs, type Reader, readRevisions } from './read-thread.ts';

/** Who reads pull requests, and the incident whose post-mortem they may be. */
export interface PullReader extends Reader {
  /** The incident's node id; null: it is gone, and any will do. */
  readonly incident: string | null;
  readonly seal: Seal | null;
}

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
    insider: isInsider(raw),
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

export function readPull(raw: RawPull, reader: PullReader): PullRequest {
  return {
    id: raw.id,
    number: raw.number,
    url: raw.url,
    branch: raw.headRefName,
    state: pullStates[raw.state],
    headOid: raw.headRefOid,
    mine: isOurs(raw, personOf(raw.author), reader.app) && isMarked(raw, reader),
    fromFork: raw.isCrossRepository,
    at: raw.createdAt,
    mergedAt: raw.mergedAt,
    mergedBy: personOf(raw.mergedBy),
    body: raw.body,
    reviewers: present(raw.reviewRequests?.nodes).flatMap(({ requestedReviewer }) => personOf(requestedReviewer) ?? []),
    paths: present(raw.files?.nodes).map(({ path }) => path),
  };
}

/** As first written: whoever may edit could take the mark away, or put one in. */
function isMarked({ body, userContentEdits }: RawPull, { incident, seal }: PullReader): boolean {
  const of = postMortemOf(present(userContentEdits?.nodes)[0]?.diff ?? body, seal);
  return of !== null && (incident === null || of === incident);
}

/** The nodes of a connection without holes: GitHub leaves a `null` where the viewer may not see something. */
export function present<T>(nodes: readonly (T | null)[] | null | undefined): readonly T[] {
  return (nodes ?? []).filter((node) => node !== null);
}
