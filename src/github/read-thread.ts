// Timeline items of a GraphQL answer as comments and events.

import type { CloseReason } from '../core/close-reason.ts';
import type { CloseEvent, IssueEvent } from '../core/issue-event.ts';
import type { Person } from '../core/person.ts';
import type { Comment, Reaction, Revision } from '../core/snapshot.ts';
import type { RawCloser, RawComment, RawEvent, RawItem } from './look-answer.ts';
import { personOf } from './person-of.ts';

/** Who is reading: decides which comments are ours. */
export interface Reader {
  readonly viewer: Person;
  /** Login of the app whose comments count as ours for another viewer (config `app:`); null: only the viewer's. */
  readonly app: string | null;
  /** `owner/name` of the repository. */
  readonly repository: string;
}

/** Comments and events in GitHub's order; items of kinds that we do not know are left out. */
export function readThread(items: readonly (RawItem | null)[], reader: Reader): readonly (Comment | IssueEvent)[] {
  return items.flatMap((item): readonly (Comment | IssueEvent)[] => {
    if (!item) return [];
    if (isComment(item)) return [readComment(item, reader)];
    const read = events[item.__typename];
    return read ? [read(item, reader)] : [];
  });
}

/** Whether something was written by us: by the viewer, or by the Bot of the app that the config names (decision 10). */
export function isOurs(written: { readonly viewerDidAuthor: boolean }, by: Person | null, app: string | null): boolean {
  if (written.viewerDidAuthor) return true;
  return app !== null && by?.bot === true && by.login.toLowerCase() === app.toLowerCase();
}

function isComment(item: RawItem): item is RawComment {
  return item.__typename === 'IssueComment';
}

function readComment(raw: RawComment, reader: Reader): Comment {
  const by = personOf(raw.author);
  return {
    kind: 'comment',
    id: raw.id,
    number: String(raw.fullDatabaseId),
    url: raw.url,
    by,
    at: raw.createdAt,
    body: raw.body,
    editedAt: raw.lastEditedAt,
    editor: personOf(raw.editor),
    minimised: raw.isMinimized,
    insider: isInsider(raw),
    mine: isOurs(raw, by, reader.app),
    revisions: readRevisions(raw),
    reactions: readReactions(raw, reader),
  };
}

/** GitHub lists edits newest first, and among them the text as first written; a revision that somebody deleted has no text. */
export function readRevisions({
  userContentEdits,
  firstEdit,
}: Pick<RawComment, 'userContentEdits' | 'firstEdit'>): readonly Revision[] {
  const shown = [...(userContentEdits?.nodes ?? []), ...(firstEdit?.nodes ?? [])].filter((edit) => edit !== null);
  return [...new Map(shown.map((edit) => [edit.id, edit])).values()]
    .toReversed()
    .flatMap((edit) =>
      edit.diff !== null ? [{ id: edit.id, by: personOf(edit.editor), at: edit.editedAt, body: edit.diff }] : [],
    )
    .sort((one, other) => (one.at < other.at ? -1 : one.at > other.at ? 1 : 0));
}

const insiders: ReadonlySet<string> = new Set(['OWNER', 'MEMBER', 'COLLABORATOR']);

/** Whether GitHub counts the author among owner, members and collaborators. A hidden membership is told only to who may see it. */
export function isInsider({ authorAssociation }: { readonly authorAssociation: string }): boolean {
  return insiders.has(authorAssociation);
}

const ourReactions = new Set(['THUMBS_UP', 'CONFUSED', 'EYES']);

function readReactions(raw: RawComment, { viewer }: Reader): readonly Reaction[] {
  const rockets = (raw.reactions.nodes ?? []).flatMap((reaction) =>
    reaction
      ? [{ id: reaction.id, content: reaction.content, by: personOf(reaction.user), at: reaction.createdAt }]
      : [],
  );
  const ours = (raw.reactionGroups ?? [])
    .filter((group) => group.viewerHasReacted && ourReactions.has(group.content))
    .map((group) => ({
      id: `${raw.id}:${group.content}`,
      content: group.content,
      by: viewer,
      at: group.createdAt ?? raw.createdAt,
    }));
  return [...rockets, ...ours];
}

const happening = (raw: RawEvent) => ({ id: raw.id, at: raw.createdAt, by: personOf(raw.actor) });

const events: Readonly<Record<string, (raw: RawEvent, reader: Reader) => IssueEvent>> = {
  LabeledEvent: (raw) => ({ kind: 'labeled', ...happening(raw), label: raw.label?.name ?? '' }),
  UnlabeledEvent: (raw) => ({ kind: 'unlabeled', ...happening(raw), label: raw.label?.name ?? '' }),
  AssignedEvent: (raw) => ({ kind: 'assigned', ...happening(raw), who: personOf(raw.assignee) }),
  UnassignedEvent: (raw) => ({ kind: 'unassigned', ...happening(raw), who: personOf(raw.assignee) }),
  ClosedEvent: (raw, reader) => ({
    kind: 'closed',
    ...happening(raw),
    reason: closeReason(raw.stateReason) ?? 'completed',
    closer: readCloser(raw.closer, reader),
  }),
  ReopenedEvent: (raw) => ({ kind: 'reopened', ...happening(raw) }),
  RenamedTitleEvent: (raw) => ({
    kind: 'renamed',
    ...happening(raw),
    from: raw.previousTitle ?? '',
    to: raw.currentTitle ?? '',
  }),
  CommentDeletedEvent: (raw) => ({
    kind: 'comment-deleted',
    ...happening(raw),
    author: personOf(raw.deletedCommentAuthor),
  }),
  MarkedAsDuplicateEvent: (raw) => ({
    kind: 'marked-duplicate',
    ...happening(raw),
    original: raw.canonical?.number ?? 0,
  }),
  TransferredEvent: (raw) => ({ kind: 'transferred', ...happening(raw) }),
};

const reasons: Readonly<Record<string, CloseReason>> = {
  COMPLETED: 'completed',
  NOT_PLANNED: 'not_planned',
  DUPLICATE: 'duplicate',
};

/** GraphQL's `stateReason` in our words; null for none and for `REOPENED`. */
export function closeReason(reason: string | null | undefined): CloseReason | null {
  return (reason && reasons[reason]) || null;
}

/** What closed the issue; a project that closed it is nobody in particular. */
function readCloser(raw: RawCloser | null | undefined, reader: Reader): CloseEvent['closer'] {
  if (raw?.__typename === 'Commit') return { kind: 'commit', name: raw.abbreviatedOid ?? '', url: raw.url ?? '' };
  if (raw?.__typename !== 'PullRequest') return null;
  const elsewhere = raw.repository && raw.repository.nameWithOwner !== reader.repository;
  return { kind: 'pull', name: `${elsewhere ? raw.repository?.nameWithOwner : ''}#${raw.number}`, url: raw.url ?? '' };
}
