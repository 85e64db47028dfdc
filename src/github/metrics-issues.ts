// The metrics issues of a repository: read whole just before something is written, and written in few mutations.
import type { MetricsEdit, MetricsIssue } from '../core/metrics-issue.ts';
import { ask } from './ask.ts';
import type { GitHub, GraphQLFault } from './client.ts';
import type { RawKept } from './incident-answer.ts';
import type { Page } from './look-answer.ts';
import { type Mutation, mutationDocument } from './mutations.ts';

/** Where metrics issues are kept. */
export interface MetricsPlace {
  /** Node id of the repository. */
  readonly id: string;
  readonly hasIssues: boolean;
  readonly isArchived: boolean;
  /** Node id of the label; null: the repository has none of that name. */
  readonly label: string | null;
  /** All of them, newest first. */
  readonly issues: readonly MetricsIssue[];
}

// Bodies of up to 65,536 characters: a year of weeks in three requests.
const pageSize = 20;
const mostPages = 50;

const document = `query metricsIssues($owner: String!, $name: String!, $label: String!, $after: String) {
  repository(owner: $owner, name: $name) {
    id
    hasIssuesEnabled
    isArchived
    label(name: $label) { id }
    issues(labels: [$label], first: ${pageSize}, after: $after, orderBy: {field: CREATED_AT, direction: DESC}) {
      pageInfo { hasNextPage endCursor }
      nodes { id number url title body state viewerDidAuthor }
    }
  }
}`;

type RawIssue = Omit<RawKept, 'author' | 'editor'>;

interface RawPlace {
  readonly id: string;
  readonly hasIssuesEnabled: boolean;
  readonly isArchived: boolean;
  readonly label: { readonly id: string } | null;
  readonly issues: Page<RawIssue>;
}

/** @returns null: there is no such repository, or the token does not show it. @throws Unanswered for half an answer */
export async function readMetricsPlace(
  github: GitHub,
  { owner, name }: { readonly owner: string; readonly name: string },
  label: string,
): Promise<MetricsPlace | null> {
  const issues = new Map<string, MetricsIssue>();
  let place: RawPlace | null = null;
  let after: string | null = null;
  for (let page = 0; page < mostPages; page += 1) {
    const answer: { repository: RawPlace | null } = await ask(github, document, { owner, name, label, after });
    if (!answer.repository) return null;
    place = answer.repository;
    for (const raw of place.issues.nodes ?? []) if (raw) issues.set(raw.id, issueOf(raw));
    if (!place.issues.pageInfo.hasNextPage) break;
    after = place.issues.pageInfo.endCursor;
  }
  return (
    place && {
      id: place.id,
      hasIssues: place.hasIssuesEnabled,
      isArchived: place.isArchived,
      label: place.label?.id ?? null,
      issues: [...issues.values()],
    }
  );
}

function issueOf({ id, number, url, title, body, state, viewerDidAuthor }: RawIssue): MetricsIssue {
  return { id, number, url, title, body, state: state === 'OPEN' ? 'open' : 'closed', mine: viewerDidAuthor };
}

/** What GitHub made of a write; a fault: it said no, and nothing was made. */
export type Written<Made> = { readonly made: Made } | { readonly fault: GraphQLFault };

/** @throws Unanswered when no answer came: whether it was made, a look tells. */
export async function createLabel(
  github: GitHub,
  repositoryId: string,
  label: { readonly name: string; readonly color: string; readonly description: string },
): Promise<Written<string>> {
  const input = { repositoryId, ...label };
  const written = await write<LabelPayload>(github, { field: 'createLabel', input, select: 'label { id }' });
  return 'fault' in written ? written : { made: written.made.label.id };
}

interface LabelPayload {
  readonly label: { readonly id: string };
}

interface IssuePayload {
  readonly issue: RawIssue;
}

/** @throws Unanswered when no answer came: whether it was made, a look tells. */
export async function createMetricsIssue(
  github: GitHub,
  place: { readonly repositoryId: string; readonly labelId: string },
  { title, body }: { readonly title: string; readonly body: string },
): Promise<Written<MetricsIssue>> {
  const input = { repositoryId: place.repositoryId, labelIds: [place.labelId], title, body };
  const select = 'issue { id number url title body state viewerDidAuthor }';
  const written = await write<IssuePayload>(github, { field: 'createIssue', input, select });
  return 'fault' in written ? written : { made: issueOf(written.made.issue) };
}

/** All in one request, in this order. @returns the first fault; null: all were done */
export async function editMetricsIssues(github: GitHub, edits: readonly MetricsEdit[]): Promise<GraphQLFault | null> {
  if (edits.length === 0) return null;
  const { errors } = await send(github, edits.map(mutationOf));
  return errors[0] ?? null;
}

function mutationOf(edit: MetricsEdit): Mutation {
  const select = 'clientMutationId';
  if (edit.kind === 'edit') {
    const { id, title, body } = edit;
    return { field: 'updateIssue', input: { id, ...(title === undefined ? {} : { title }), body }, select };
  }
  const { id: issueId } = edit;
  if (edit.kind === 'close') return { field: 'closeIssue', input: { issueId, stateReason: 'COMPLETED' }, select };
  return {
    field: 'closeIssue',
    input: { issueId, stateReason: 'DUPLICATE', duplicateIssueId: edit.original },
    select,
  };
}

async function write<Payload>(github: GitHub, mutation: Mutation): Promise<Written<Payload>> {
  const { data, errors } = await send(github, [mutation]);
  const payload = data?.e0 as Payload | null | undefined;
  return payload ? { made: payload } : { fault: errors[0] ?? { message: 'No answer to what was written' } };
}

function send(github: GitHub, mutations: readonly Mutation[]) {
  const { document: text, variables } = mutationDocument(mutations);
  return github.graphql(text, variables);
}
