// The documents that read incidents by the page: each with its first comments, among which its card nearly always is.
import { configFields, configText, configTexts, folderTexts } from './config-documents.ts';

/** Comments that come with each incident: the card is written by the first pass. */
const firstComments = 3;

/** What an answer cost and how much is left. */
const rate = 'rateLimit { cost remaining resetAt }';

const actor = 'fragment actor on Actor { __typename login ... on Node { id } }';

const said = `fragment said on IssueComment {
  id fullDatabaseId url createdAt body lastEditedAt authorAssociation
  author { ...actor }
  editor { ...actor }
}`;

/** An incident without anything that could be too big. */
const bare =
  'id number url title state stateReason(enableDuplicate: true) createdAt closedAt updatedAt authorAssociation author { ...actor }';

// `comments` and `labels` are two lists an incident: pages of 50 cost (1 + 1 + 50 + 50) / 100, one point.
const incident = `fragment incident on Issue {
  ${bare}
  labels(first: 100) { nodes { name } }
  comments(first: ${firstComments}) { totalCount pageInfo { hasNextPage endCursor } nodes { ...said } }
}`;

const newestFirst = 'orderBy: { field: UPDATED_AT, direction: DESC }';
const filtered = 'labels: $labels, filterBy: $filter';

const head = `head: issues(first: 1, ${filtered}, ${newestFirst}) { totalCount nodes { id updatedAt } }`;

const repository = `fragment repository on Repository {
  id name owner { login } isPrivate hasIssuesEnabled
  ${configFields}
  ${head}
  open: issues(states: OPEN, labels: $labels) { totalCount }
  openChanged: issues(states: OPEN, ${filtered}) { totalCount }
}`;

const page = `issues(first: $first, ${filtered}, ${newestFirst}) {
  totalCount pageInfo { hasNextPage endCursor }
  nodes { ...incident }
}`;

const kept = `home: repository(owner: $homeOwner, name: $homeName) {
  id name owner { login } ${configFields}
  metrics: issues(first: 5, labels: [$metrics], orderBy: { field: CREATED_AT, direction: DESC }) {
    nodes { id number url title body state viewerDidAuthor author { ...actor } editor { ...actor } }
  }
}`;

/** What a request of the first look asks for. */
export interface HeadsShape {
  /** A repository (variables `owner0`, `name0`), or all of an owner (`login1`, `after1`), each with its place. */
  readonly questions: readonly ('repository' | 'owner')[];
  /** The first page of the repositories as well. */
  readonly page: boolean;
  /** The home with its metrics issues as well. */
  readonly home: boolean;
}

/**
 * Repositories with their config and how many incidents there are, one alias each: `repository0`, `owner1`… Every value is a
 * variable; only how many there are is in the text.
 */
export function headsDocument({ questions, page: withPage, home }: HeadsShape): string {
  const variables = [
    '$labels: [String!], $filter: IssueFilters, $withConfig: Boolean!',
    ...(withPage ? ['$first: Int!'] : []),
    ...(questions.includes('owner') ? ['$each: Int!'] : []),
    ...(home ? ['$homeOwner: String!, $homeName: String!, $metrics: String!'] : []),
    ...questions.map((kind, index) =>
      kind === 'owner'
        ? `$login${index}: String!, $after${index}: String`
        : `$owner${index}: String!, $name${index}: String!`,
    ),
  ];
  const one = (index: number) =>
    `repository${index}: repository(owner: $owner${index}, name: $name${index}) { ...repository ${withPage ? page : ''} }`;
  const parts = questions.map((kind, index) => (kind === 'owner' ? ofOwner(index) : one(index)));
  return [
    `query incidentHeads(${variables.join('\n')}) {`,
    ...[rate, 'viewer { login }', ...(home ? [kept] : []), ...parts, '}'],
    ...(questions.length > 0 ? [repository] : []),
    ...(withPage ? [incident, said] : []),
    ...(home || withPage ? [actor] : []),
    configTexts,
  ].join('\n');
}

function ofOwner(index: number): string {
  return `owner${index}: repositoryOwner(login: $login${index}) {
    login
    repositories(
      first: $each, after: $after${index}, ownerAffiliations: OWNER, hasIssuesEnabled: true
      orderBy: { field: NAME, direction: ASC }
    ) { totalCount pageInfo { hasNextPage endCursor } nodes { ...repository } }
  }`;
}

/** A page of a repository's incidents, and which is the newest of them by now. */
export const incidentsDocument = `query incidents(
  $owner: String!, $name: String!, $labels: [String!], $filter: IssueFilters, $states: [IssueState!]
  $direction: OrderDirection!, $first: Int!, $after: String
) {
  ${rate}
  repository(owner: $owner, name: $name) {
    ${head}
    issues(
      first: $first, after: $after, ${filtered}, states: $states, orderBy: { field: UPDATED_AT, direction: $direction }
    ) { totalCount pageInfo { hasNextPage endCursor } nodes { ...incident } }
  }
}
${actor}
${said}
${incident}`;

/** Incidents by their node ids. */
export const recordsDocument = `query incidentRecords($ids: [ID!]!) {
  ${rate}
  nodes(ids: $ids) { ...incident }
}
${actor}
${said}
${incident}`;

/** One incident, without what may be too big to be had. */
export const bareIncidentDocument = `query bareIncident(
  $owner: String!, $name: String!, $labels: [String!], $filter: IssueFilters, $states: [IssueState!]
  $direction: OrderDirection!, $after: String
) {
  ${rate}
  repository(owner: $owner, name: $name) {
    issues(
      first: 1, after: $after, ${filtered}, states: $states, orderBy: { field: UPDATED_AT, direction: $direction }
    ) { totalCount pageInfo { hasNextPage endCursor } nodes { ${bare} labels(first: 100) { nodes { name } } } }
  }
}
${actor}`;

/** More comments of so many incidents (`id0`, `after0`…), each from where its own end, and whether it was transferred. */
export function commentsDocument(count: number): string {
  const indices = [...Array(count).keys()];
  return `query incidentComments($first: Int!, ${indices.map((index) => `$id${index}: ID!, $after${index}: String`).join(', ')}) {
  ${rate}
  ${indices.map((index) => `i${index}: node(id: $id${index}) { ...moved ... on Issue { comments(first: $first, after: $after${index}) { totalCount pageInfo { hasNextPage endCursor } nodes { ...said } } } }`).join('\n  ')}
}
${actor}
${said}
fragment moved on Issue {
  timelineItems(last: 1, itemTypes: [TRANSFERRED_EVENT]) { nodes { ... on TransferredEvent { id createdAt actor { ...actor } } } }
}`;
}

/** The versions of comments, newest first, and of each the first one. */
export const revisionsDocument = `query revisions($ids: [ID!]!) {
  ${rate}
  nodes(ids: $ids) {
    ... on IssueComment {
      id
      userContentEdits(first: 25) { nodes { id editedAt diff editor { ...actor } } }
      firstEdit: userContentEdits(last: 1) { nodes { id editedAt diff editor { ...actor } } }
    }
  }
}
${actor}`;

/** Texts of so many blobs (`text0`…) and trees (`tree0`…) of one repository, by their oids. */
export function objectsDocument(texts: number, trees: number): string {
  const indices = (count: number) => [...Array(count).keys()];
  const variables = [
    '$owner: String!, $name: String!',
    ...indices(texts).map((index) => `$text${index}: GitObjectID!`),
    ...indices(trees).map((index) => `$tree${index}: GitObjectID!`),
  ];
  return `query pinned(${variables.join(', ')}) {
  ${rate}
  repository(owner: $owner, name: $name) {
    ${indices(texts)
      .map((index) => `text${index}: object(oid: $text${index}) { __typename ...configText }`)
      .join('\n    ')}
    ${indices(trees)
      .map((index) => `tree${index}: object(oid: $tree${index}) { __typename ...folderTexts }`)
      .join('\n    ')}
  }
}
${[...(texts > 0 ? [configText] : []), ...(trees > 0 ? [folderTexts] : [])].join('\n')}`;
}
