// Each effect as one field of a mutation document. Values go into variables, never into the document's text.
import type { Effect } from '../core/effect.ts';
import type { Snapshot } from '../core/snapshot.ts';

/** One field of a mutation document: `e0: addComment(input: $e0) { … }` with `$e0: AddCommentInput!`. */
export interface Mutation {
  readonly field: string;
  readonly input: Readonly<Record<string, unknown>>;
  /** What to read of the answer. */
  readonly select: string;
}

/** What effects refer to by name and only GitHub's ids can say. */
export interface Ids {
  /** Node id of a label by its name without regard to case: of the look, or made in this pass. */
  label(name: string): string | undefined;
  /** Node id of the comment made in this pass under a key. */
  comment(key: string): string | undefined;
  /** Node id of the pull request opened in this pass. */
  readonly pull: string | undefined;
  /** Node id of the issue of that number that this one duplicates. */
  original(number: number): string | undefined;
}

type Of<Kind extends Effect['kind']> = Extract<Effect, { readonly kind: Kind }>;
type Writer<Kind extends Effect['kind']> = (effect: Of<Kind>, snapshot: Snapshot, ids: Ids) => Mutation | null;

const plain = 'clientMutationId';
const ids = (people: readonly { readonly id: string }[]) => people.map(({ id }) => id);

/** Null: something it needs is not there (yet). */
const writers: { readonly [Kind in Exclude<Effect['kind'], 'pin-comment'>]: Writer<Kind> } = {
  'create-label': ({ name, color, description }, { repository }) => ({
    field: 'createLabel',
    input: { repositoryId: repository.id, name, color, description },
    select: 'label { id name }',
  }),
  'add-labels': ({ names }, { issue }, known) => {
    const labelIds = names.flatMap((name) => known.label(name) ?? []);
    return labelIds.length < names.length ? null : edit('addLabelsToLabelable', { labelableId: issue.id, labelIds });
  },
  'remove-labels': ({ names }, { issue }) => {
    const gone = new Set(names.map((name) => name.toLowerCase()));
    const labelIds = ids(issue.labels.filter(({ name }) => gone.has(name.toLowerCase())));
    return labelIds.length === 0 ? null : edit('removeLabelsFromLabelable', { labelableId: issue.id, labelIds });
  },
  'add-assignees': ({ people }, { issue }) =>
    edit('addAssigneesToAssignable', { assignableId: issue.id, assigneeIds: ids(people) }),
  'remove-assignees': ({ people }, { issue }) =>
    edit('removeAssigneesFromAssignable', { assignableId: issue.id, assigneeIds: ids(people) }),
  'add-reaction': ({ comment, content }) => edit('addReaction', { subjectId: comment, content }),
  'remove-reaction': ({ comment, content }) => edit('removeReaction', { subjectId: comment, content }),
  retitle: ({ title }, { issue }) => edit('updateIssue', { id: issue.id, title }),
  reopen: (_effect, { issue }) => edit('reopenIssue', { issueId: issue.id }),
  close: ({ reason, original }, { issue }, known) => {
    const duplicateIssueId = original === null ? undefined : known.original(original);
    return edit('closeIssue', {
      issueId: issue.id,
      stateReason: reason.toUpperCase(),
      ...(duplicateIssueId ? { duplicateIssueId } : {}),
    });
  },
  'create-branch': ({ name, oid }, { repository }) =>
    edit('createRef', { repositoryId: repository.id, name: `refs/heads/${name}`, oid }),
  commit: ({ branch, headOid, path, text, message }, { repository }) => {
    const [headline = '', ...more] = message.split('\n');
    return edit('createCommitOnBranch', {
      branch: { repositoryNameWithOwner: `${repository.owner}/${repository.name}`, branchName: branch },
      expectedHeadOid: headOid,
      message: { headline, body: more.join('\n').trim() },
      fileChanges: { additions: [{ path, contents: Buffer.from(text).toString('base64') }] },
    });
  },
  'open-pull': ({ branch, base, title, body }, { repository }) => ({
    field: 'createPullRequest',
    input: { repositoryId: repository.id, headRefName: branch, baseRefName: base, title, body },
    select: 'pullRequest { id number url }',
  }),
  'open-issue': ({ title, body, labels, milestone, parent }, { repository, issue }, known) => ({
    field: 'createIssue',
    input: {
      ...{ repositoryId: repository.id, title, body, labelIds: labels.flatMap((name) => known.label(name) ?? []) },
      ...(milestone === null ? {} : { milestoneId: milestone }),
      ...(parent ? { parentIssueId: issue.id } : {}),
    },
    select: 'issue { id number url }',
  }),
  'edit-issue': ({ issue, title, body }) => edit('updateIssue', { id: issue, title, body }),
  'reopen-pull': ({ pull }) => edit('reopenPullRequest', { pullRequestId: pull }),
  'request-review': ({ pull, people }, _snapshot, known) => {
    const pullRequestId = pull ?? known.pull;
    return pullRequestId ? edit('requestReviews', { pullRequestId, userIds: ids(people), union: true }) : null;
  },
  'create-comment': ({ body }, { issue }) => ({
    field: 'addComment',
    input: { subjectId: issue.id, body },
    select: 'commentEdge { node { id fullDatabaseId url } }',
  }),
  'edit-comment': ({ comment, body }) => edit('updateIssueComment', { id: comment, body }),
  'delete-comment': ({ comment }) => edit('deleteIssueComment', { id: comment }),
  'take-down': ({ comment }) => edit('deleteIssueComment', { id: comment }),
  'edit-pull': ({ pull, title, body }) =>
    edit('updatePullRequest', {
      pullRequestId: pull,
      ...(title === null ? {} : { title }),
      ...(body === null ? {} : { body }),
    }),
  'write-card': ({ comment, body }, _snapshot, known) => {
    const id = comment ?? known.comment('card');
    return id ? edit('updateIssueComment', { id, body }) : null;
  },
};

function edit(field: string, input: Readonly<Record<string, unknown>>): Mutation {
  return { field, input, select: plain };
}

/** The mutation of an effect; null when what it refers to is not there, and for what GraphQL has no mutation for (a pin). */
export function mutationOf(effect: Effect, snapshot: Snapshot, known: Ids): Mutation | null {
  if (effect.kind === 'pin-comment') return null;
  return (writers[effect.kind] as Writer<Effect['kind']>)(effect, snapshot, known);
}

/** One document that does all of them in this order, with its variables; `e0` answers the first. */
export function mutationDocument(mutations: readonly Mutation[]): {
  readonly document: string;
  readonly variables: Readonly<Record<string, unknown>>;
} {
  const typeOf = ({ field }: Mutation) => `${field.charAt(0).toUpperCase()}${field.slice(1)}Input!`;
  const heads = mutations.map((mutation, index) => `$e${index}: ${typeOf(mutation)}`);
  const fields = mutations.map(({ field, select }, index) => `  e${index}: ${field}(input: $e${index}) { ${select} }`);
  return {
    document: `mutation apply(${heads.join(', ')}) {\n${fields.join('\n')}\n}`,
    variables: Object.fromEntries(mutations.map(({ input }, index) => [`e${index}`, input])),
  };
}
