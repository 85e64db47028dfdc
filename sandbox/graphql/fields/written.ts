import { REACTIONS } from '../../acts/react.ts';
import { associationOf } from '../../shape/issue.ts';
import type { Comment, Issue, Reaction, Revision } from '../../world/model.ts';
import type { ReactionContent } from '../../world/reaction-content.ts';
import { connection } from '../connection.ts';
import { actor, type Field, type Fields } from '../field.ts';

interface Group {
  subject: Issue | Comment;
  content: ReactionContent;
}

const reactionsTo = ({ subject, content }: Group): Reaction[] => {
  return subject.reactions.filter((held) => held.content === content && !held.by.gone);
};

/** GitHub lists the revisions with the newest first. */
const userContentEdits: Field<Issue | Comment> = ({ revisions }, paging) =>
  connection([...revisions].reverse(), paging, ({ nodeId }) => nodeId);

const reactions: Field<Issue | Comment> = (written, given) => {
  const wanted = written.reactions.filter(({ content }) => !given.content || content === given.content);
  return { ...connection(wanted, given, ({ nodeId }) => nodeId), viewerHasReacted: false };
};

/** What issues, pull requests and comments have in common. */
export const writtenFields: Fields<Issue | Comment> = {
  id: ({ nodeId }) => nodeId,
  databaseId: ({ id }) => id,
  fullDatabaseId: ({ id }) => String(id),
  author: ({ author }) => actor(author),
  authorAssociation: (written) => associationOf(repositoryOf(written), written.author),
  body: ({ body }) => body,
  bodyText: ({ body }) => body,
  createdAt: ({ createdAt }) => createdAt,
  publishedAt: ({ createdAt }) => createdAt,
  updatedAt: ({ updatedAt }) => updatedAt,
  lastEditedAt: ({ lastEditedAt }) => lastEditedAt,
  editor: ({ editor }) => actor(editor),
  includesCreatedEdit: ({ revisions }) => revisions.length > 0,
  createdViaEmail: () => false,
  viewerDidAuthor: ({ author }, _, { doer }) => author.nodeId === doer.by.nodeId,
  repository: (written) => repositoryOf(written),
  userContentEdits,
  reactions,
  reactionGroups: (subject) => REACTIONS.map(({ content }): Group => ({ subject, content })),
};

function repositoryOf(written: Issue | Comment): Issue['repository'] {
  return written.kind === 'IssueComment' ? written.issue.repository : written.repository;
}

export const revisionFields: Fields<Revision> = {
  id: ({ nodeId }) => nodeId,
  editor: ({ editor }) => actor(editor),
  editedAt: ({ editedAt }) => editedAt,
  createdAt: ({ editedAt }) => editedAt,
  updatedAt: ({ editedAt }) => editedAt,
  diff: ({ body }) => body,
  deletedAt: () => null,
  deletedBy: () => null,
};

export const reactionFields: Fields<Reaction> = {
  id: ({ nodeId }) => nodeId,
  databaseId: ({ id }) => id,
  content: ({ content }) => content,
  createdAt: ({ createdAt }) => createdAt,
  // The field is typed User: a bot does not fit into it and is null; `viewerHasReacted` is the way to know one's own.
  user: ({ by }) => (by.kind === 'User' ? actor(by) : null),
  reactable: ({ subject }) => subject,
};

export const reactionGroupFields: Fields<Group> = {
  content: ({ content }) => content,
  createdAt: (group) => reactionsTo(group)[0]?.createdAt ?? null,
  subject: ({ subject }) => subject,
  viewerHasReacted: (group, _, { doer }) => reactionsTo(group).some(({ by }) => by.nodeId === doer.by.nodeId),
  reactors: (group, paging) => {
    const accounts = reactionsTo(group).map(({ by }) => by);
    return connection(accounts, paging, ({ nodeId }) => nodeId);
  },
};

export const commentFields: Fields<Comment> = {
  ...(writtenFields as Fields<Comment>),
  url: ({ id, issue }) => commentPage(issue, id),
  resourcePath: ({ id, issue }) => commentPage(issue, id).slice('https://github.com'.length),
  issue: ({ issue }) => issue,
  pullRequest: ({ issue }) => (issue.pull ? issue : null),
  isMinimized: ({ minimizedReason }) => minimizedReason !== null,
  minimizedReason: ({ minimizedReason }) => minimizedReason,
};

function commentPage(issue: Issue, id: number): string {
  const { repository } = issue;
  const folder = issue.pull ? 'pull' : 'issues';
  return `https://github.com/${repository.owner.login}/${repository.name}/${folder}/${issue.number}#issuecomment-${id}`;
}
