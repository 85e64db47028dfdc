// One request of the first look, and what of its answer is known: a repository that is refused does not spoil the others.
import type { GitHub, GraphQLFault } from './client.ts';
import type { ConfigFiles } from './config-cache.ts';
import { readConfig } from './config-files.ts';
import type { CountedPage, RawHead, RawHome, RawIncident, RawKept, RawOwner } from './incident-answer.ts';
import { headsDocument } from './incident-documents.ts';
import { bareLogin } from './person-of.ts';
import { present } from './read-issue.ts';
import { isTooMuch, type Stride } from './stride.ts';
import { Unanswered } from './unanswered.ts';

/** A repository, or all of an owner from a cursor on. */
export type Question =
  | { readonly kind: 'repository'; readonly owner: string; readonly name: string }
  | { readonly kind: 'owner'; readonly login: string; readonly after: string | null };

/** Where the metrics issues are, and the label that they bear. */
export interface HeadsHome {
  readonly owner: string;
  readonly name: string;
  readonly label: string;
}

/** A repository that can be read, as it was at the first look. */
export interface Head {
  readonly id: string;
  readonly owner: string;
  readonly name: string;
  readonly files: ConfigFiles;
  readonly private: boolean;
  /** Labels whose issues were counted. */
  readonly labels: readonly string[];
  /** How many of them changed since the asked time. */
  readonly total: number;
  /** The one that changed last; null: there is none. */
  readonly newest: { readonly id: string; readonly updatedAt: string } | null;
  /** How many of them are open, whenever they changed. */
  readonly open: number;
  /** How many of those changed since the asked time. */
  readonly openChanged: number;
  /** The first page, where it came with the look. */
  readonly page: CountedPage<RawIncident> | null;
}

/** `hidden`: not there, or the token does not show it. `saml`: the organisation wants the token authorised first. */
export type Unreadable = 'hidden' | 'forbidden' | 'saml' | 'no-issues' | 'no-such-owner';

export interface HeadsAnswer {
  readonly viewer: string;
  readonly home: { readonly name: string; readonly files: ConfigFiles; readonly kept: readonly RawKept[] } | null;
  readonly found: readonly Head[];
  readonly unreadable: readonly (readonly [string, Unreadable])[];
  /** What is left of owners. */
  readonly more: readonly Question[];
}

interface Asked {
  readonly questions: readonly Question[];
  readonly home: HeadsHome | null;
  readonly labels: readonly string[];
  readonly since: string | null;
  /** How many repositories of an owner at once. */
  readonly each: number;
}

type Data = Readonly<Record<string, unknown>> & {
  readonly viewer: { readonly login: string };
  readonly home?: RawHome | null;
};

/** @param stride for the first page of the only repository asked for; null: no page. Without it where one incident is too big. @throws Unanswered */
export async function headsRequest(github: GitHub, asked: Asked, stride: Stride | null): Promise<HeadsAnswer> {
  const { data, errors } = await answered(github, asked, stride);
  const read = asked.questions.map((question, index) => {
    const alias = aliasOf(question, index);
    const isOwner = question.kind === 'owner';
    return isOwner
      ? ownerAnswer(question.login, data[alias] as RawOwner | null, errorsOf(errors, [alias]), asked.labels)
      : repositoryAnswer(nameOf(question), data[alias] as RawHead | null, errorsOf(errors, [alias]), asked.labels);
  });
  return {
    viewer: bareLogin(data.viewer.login),
    home: data.home && errorsOf(errors, ['home']).length === 0 ? homeOf(data.home) : null,
    found: read.flatMap(({ found }) => found),
    unreadable: read.flatMap(({ unreadable }) => unreadable),
    more: read.flatMap(({ more }) => more),
  };
}

type Part = Pick<HeadsAnswer, 'found' | 'unreadable' | 'more'>;

function repositoryAnswer(
  name: string,
  raw: RawHead | null | undefined,
  errors: readonly GraphQLFault[],
  labels: readonly string[],
): Part {
  const why = refusalIn(errors) ?? (raw ? (raw.hasIssuesEnabled ? null : 'no-issues') : 'hidden');
  if (why !== null || !raw) return { found: [], unreadable: [[name, why ?? 'hidden']], more: [] };
  return { found: [headOf(raw, labels)], unreadable: [], more: [] };
}

function ownerAnswer(
  login: string,
  raw: RawOwner | null | undefined,
  errors: readonly GraphQLFault[],
  labels: readonly string[],
): Part {
  const all = `${login}/*`;
  if (!raw?.repositories) return { found: [], unreadable: [[all, refusalIn(errors) ?? 'no-such-owner']], more: [] };
  const { nodes, pageInfo } = raw.repositories;
  const parts = (nodes ?? []).map((node, place) => {
    const name = node?.name ? `${node.owner?.login ?? login}/${node.name}` : all;
    const own = errors.filter(({ path }) => path?.[3] === place);
    return repositoryAnswer(name, node, own, labels);
  });
  const more = pageInfo.hasNextPage ? [{ kind: 'owner', login, after: pageInfo.endCursor } as const] : [];
  return {
    found: parts.flatMap(({ found }) => found),
    unreadable: parts.flatMap(({ unreadable }) => unreadable),
    more,
  };
}

function headOf(raw: RawHead, labels: readonly string[]): Head {
  return {
    ...{ id: raw.id, owner: raw.owner.login, name: raw.name, files: readConfig(raw), labels, private: raw.isPrivate },
    ...{ total: raw.head.totalCount, newest: present(raw.head.nodes)[0] ?? null, open: raw.open.totalCount },
    openChanged: raw.openChanged.totalCount,
    page: raw.issues ?? null,
  };
}

function homeOf(raw: RawHome): HeadsAnswer['home'] {
  return { name: `${raw.owner.login}/${raw.name}`, files: readConfig(raw), kept: present(raw.metrics.nodes) };
}

/** Asks with smaller pages where the answer was too big, and without one where the smallest is. */
async function answered(github: GitHub, asked: Asked, stride: Stride | null): ReturnType<typeof askEach> {
  const { questions, home, labels, since, each } = asked;
  const variables = Object.assign(
    { labels, filter: since === null ? null : { since }, withConfig: true },
    home && { homeOwner: home.owner, homeName: home.name, metrics: home.label },
    questions.some(({ kind }) => kind === 'owner') && { each },
    ...questions.map(variablesOf),
  );
  const document = headsDocument({
    ...{ questions: questions.map(({ kind }) => kind), page: stride !== null, home: home !== null },
  });
  for (;;) {
    try {
      return await askEach(github, document, stride ? { ...variables, first: stride.size } : variables);
    } catch (error) {
      if (!stride || !isTooMuch(error)) throw error;
      if (!stride.shrink()) return answered(github, asked, null);
    }
  }
}

function aliasOf({ kind }: Question, index: number): string {
  return `${kind}${index}`;
}

function variablesOf(question: Question, index: number): Record<string, unknown> {
  return question.kind === 'owner'
    ? { [`login${index}`]: question.login, [`after${index}`]: question.after }
    : { [`owner${index}`]: question.owner, [`name${index}`]: question.name };
}

/**
 * The data of a query of many parts: one of them may be refused.
 * @throws Unanswered when anything else is missing in the answer
 */
async function askEach(github: GitHub, document: string, variables: Record<string, unknown>) {
  const { data, errors } = await github.graphql(document, variables);
  const wrong = errors.find(
    ({ type, path }) => !path || path[0] === 'viewer' || !['NOT_FOUND', 'FORBIDDEN'].includes(type ?? ''),
  );
  if (wrong || !data)
    throw new Unanswered(`GitHub answered in part: ${wrong?.message ?? 'no data'}`, { partial: true });
  return { data: data as Data, errors };
}

function errorsOf(errors: readonly GraphQLFault[], at: readonly string[]): readonly GraphQLFault[] {
  return errors.filter(({ path }) => at.every((part, index) => path?.[index] === part));
}

/** Why GitHub refused a part; null: it did not. */
function refusalIn(errors: readonly GraphQLFault[]): Unreadable | null {
  const [error] = errors;
  if (!error) return null;
  if (error.extensions?.saml_failure || /\bSAML\b/.test(error.message)) return 'saml';
  return error.type === 'FORBIDDEN' ? 'forbidden' : 'hidden';
}

function nameOf({ owner, name }: { readonly owner: string; readonly name: string }): string {
  return `${owner}/${name}`;
}
