// The documents of a look: one request per 100 timeline items (decision 12). Every value is a variable.
import { configFields, configTexts } from './config-documents.ts';

/** People and bots, as all documents ask for them. */
export const actor = 'fragment actor on Actor { __typename login ... on Node { id } }';

const edit = 'nodes { id editedAt diff editor { ...actor } }';
/** GitHub lists the newest first; the last one is the text as first written, however often it was edited since. */
const edits = `userContentEdits(first: 25) { ${edit} } firstEdit: userContentEdits(last: 1) { ${edit} }`;

/** A comment with everything that tells who said what of it. */
export const comment = `fragment comment on IssueComment {
  id fullDatabaseId url createdAt body lastEditedAt isMinimized viewerDidAuthor authorAssociation
  author { ...actor }
  editor { ...actor }
  ${edits}
  reactions(first: 10, content: ROCKET) { nodes { id content createdAt user { ...actor } } }
  reactionGroups { content createdAt viewerHasReacted }
}`;

/** An issue that may be one that we opened: `last` edit is the text as first written. */
const opened = `fragment opened on Issue {
  id number url title state stateReason(enableDuplicate: true) createdAt viewerDidAuthor body
  author { ...actor }
  userContentEdits(last: 1) { nodes { diff } }
}`;

const timeline = `fragment timeline on IssueTimelineItemsConnection {
  pageInfo { hasNextPage endCursor }
  nodes {
    __typename
    ...comment
    ... on LabeledEvent { id createdAt actor { ...actor } label { name } }
    ... on UnlabeledEvent { id createdAt actor { ...actor } label { name } }
    ... on AssignedEvent { id createdAt actor { ...actor } assignee { ... on Actor { ...actor } } }
    ... on UnassignedEvent { id createdAt actor { ...actor } assignee { ... on Actor { ...actor } } }
    ... on ClosedEvent {
      id createdAt actor { ...actor } stateReason
      closer {
        __typename
        ... on PullRequest { number url repository { nameWithOwner } }
        ... on Commit { abbreviatedOid url }
      }
    }
    ... on ReopenedEvent { id createdAt actor { ...actor } }
    ... on RenamedTitleEvent { id createdAt actor { ...actor } previousTitle currentTitle }
    ... on CommentDeletedEvent { id createdAt actor { ...actor } deletedCommentAuthor { ...actor } }
    ... on MarkedAsDuplicateEvent {
      id createdAt actor { ...actor }
      canonical { ... on Issue { number } ... on PullRequest { number } }
    }
    ... on TransferredEvent { id createdAt actor { ...actor } }
    ... on CrossReferencedEvent { id createdAt source { __typename ...opened } }
  }
}`;

const itemTypes = `[ISSUE_COMMENT, LABELED_EVENT, UNLABELED_EVENT, ASSIGNED_EVENT, UNASSIGNED_EVENT, CLOSED_EVENT,
  REOPENED_EVENT, RENAMED_TITLE_EVENT, COMMENT_DELETED_EVENT, MARKED_AS_DUPLICATE_EVENT, TRANSFERRED_EVENT,
  CROSS_REFERENCED_EVENT]`;

const issueItems = `timelineItems(first: $page, after: $after, itemTypes: ${itemTypes}) { ...timeline }`;
/** Comments changed last that a look at a remembered thread shows. */
export const mostLately = 50;

/** Of a thread whose first pages are remembered: what came after those, and which of its comments changed last. */
const sinceThen = `tail: timelineItems(first: $page, after: $tail, itemTypes: ${itemTypes}) { ...timeline }
      lately: comments(first: ${mostLately}, orderBy: { field: UPDATED_AT, direction: DESC }) {
        nodes { __typename updatedAt ...comment }
      }`;

const pullItems = `timelineItems(first: $page, after: $after, itemTypes: [ISSUE_COMMENT]) {
  pageInfo { hasNextPage endCursor }
  nodes { __typename ...comment }
}`;

const report = `id number url title body createdAt updatedAt lastEditedAt locked authorAssociation author { ...actor } editor { ...actor } ${edits}`;
const bearing = 'labels(first: 100) { nodes { id name } } assignees(first: 20) { nodes { ...actor } }';

const labels = 'pageInfo { hasNextPage endCursor } nodes { id name color description }';

/** Milestones looked at: nobody works in more at a time. */
const milestones =
  'milestones(first: 20, states: OPEN, orderBy: { field: CREATED_AT, direction: DESC }) { nodes { id title dueOn } }';

const pulls = `pageInfo { hasNextPage endCursor }
  nodes {
    id number url headRefName headRefOid state body createdAt mergedAt isCrossRepository viewerDidAuthor
    userContentEdits(last: 1) { nodes { diff } }
    author { ...actor }
    mergedBy { ...actor }
    reviewRequests(first: 10) { nodes { requestedReviewer { ... on Actor { ...actor } } } }
    files(first: 10) { nodes { path } }
  }`;

const branch = 'name target { oid ... on Commit { message author { user { login } } } }';

/** Of many sub-issues the rest is known by mentioning this one, as all do that we open. */
const subIssues = 'subIssues(first: 20) { totalCount nodes { ...opened } }';

/** Hardly anybody speaks to us in a pull request, and its thread would cost each look at an issue: it is asked for where it is one. */
const issueOrPull = (further: string) => `issueOrPullRequest(number: $number) {
    __typename
    ... on Issue { ${report} ${bearing} state stateReason(enableDuplicate: true) ${subIssues} ${issueItems}
      commentCount: comments { totalCount } ${further}
    }
    ... on PullRequest { ${report} ${bearing} pullState: state }
  }`;

/** GitHub counts what a document may ask for, whether or not it is skipped: so the parts for long threads are in one of the two only. */
const lookOf = (variables: string, further: string) => `query look(
  $owner: String!, $name: String!, $number: Int!, $page: Int!, $after: String
  $branch: String!, $ref: String!, $otherBranch: String!, $otherRef: String!, $above: String!, $below: String!
  $withConfig: Boolean!${variables}
) {
  viewer { id login }
  repository(owner: $owner, name: $name) {
    id url name isArchived isPrivate owner { login } defaultBranchRef { name target { oid } }
    ${configFields}
    labels(first: 100) { ${labels} }
    ${milestones}
    ref(qualifiedName: $ref) { ${branch} }
    otherRef: ref(qualifiedName: $otherRef) { ${branch} }
    above: ref(qualifiedName: $above) { name }
    below: refs(refPrefix: $below, first: 1) { totalCount }
    pullRequests(headRefName: $branch, first: 10, orderBy: { field: CREATED_AT, direction: ASC }) { ${pulls} }
    otherPulls: pullRequests(headRefName: $otherBranch, first: 10, orderBy: { field: CREATED_AT, direction: ASC }) {
      ${pulls}
    }
    ${issueOrPull(further)}
  }
}
${actor}
${comment}
${opened}
${timeline}
${configTexts}`;

/** Everything a pass needs, with the first page of the thread; the config's texts only where they are not known yet. */
export const lookDocument = lookOf('', '');
/** The same of a thread that is remembered. */
export const longLookDocument = lookOf(', $tail: String', sinceThen);

const threadOf = (name: string, type: string, items: string) => `query ${name}(
  $owner: String!, $name: String!, $number: Int!, $page: Int!, $after: String
) {
  repository(owner: $owner, name: $name) { issueOrPullRequest(number: $number) { ... on ${type} { ${items} } } }
}
${actor}
${comment}`;

/** The next page of an issue's thread. */
export const threadDocument = `${threadOf('thread', 'Issue', issueItems)}
${opened}
${timeline}`;

/** A page of a pull request's thread, the first one too. */
export const pullThreadDocument = threadOf('pullThread', 'PullRequest', pullItems);

/** The next page of the repository's labels. */
export const labelsDocument = `query labels($owner: String!, $name: String!, $after: String) {
  repository(owner: $owner, name: $name) { labels(first: 100, after: $after) { ${labels} } }
}`;

/** The next page of the pull requests of a branch name (forks may have many of it). */
export const pullsDocument = `query pulls($owner: String!, $name: String!, $branch: String!, $after: String) {
  repository(owner: $owner, name: $name) {
    pullRequests(headRefName: $branch, first: 10, after: $after, orderBy: { field: CREATED_AT, direction: ASC }) { ${pulls} }
  }
}
${actor}`;
