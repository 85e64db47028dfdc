// Searches as far as there is anything to find: GitHub shows a thousand results of one search.

import { postMortemIssue } from '../core/pull-request.ts';
import { ask } from './ask.ts';
import type { GitHub } from './client.ts';
import type { Nodes, Page, RawComment } from './look-answer.ts';
import { nameOf } from './name-of.ts';
import type { IssueRef } from './observe.ts';
import { mostShown, type Query } from './queries.ts';
import { searchDocument } from './search-documents.ts';

export interface Found {
  readonly ref: IssueRef;
  /** Node id of the issue; null: it is a pull request. */
  readonly id: string | null;
  readonly updatedAt: string;
  /** Login of who filed it; null: the account is gone. */
  readonly by: string | null;
  readonly closed: boolean;
  readonly labels: readonly string[];
  /** When we last wrote to its card; null: there is none among its first comments. */
  readonly cardAt: string | null;
  /** Its body and its last comments; null: not asked. */
  readonly words: { readonly body: string; readonly comments: readonly string[] } | null;
  /** The branch of a pull request; null: it is an issue. */
  readonly branch: string | null;
}

/** An incident whose post-mortem is not merged. `byWords`: found by what we say of a refusal, and anybody can repeat that. */
export interface Owed extends IssueRef {
  readonly byWords: boolean;
}

/** What a search gave, newest change first. */
export interface Findings {
  readonly found: readonly Found[];
  /** Incidents whose post-mortem is a pull request of ours that nobody merged, or that GitHub refused, as the searches beside it told. */
  readonly owed: readonly Owed[];
  /** What the installation has of an hour; null: GitHub does not count (a server of one's own). */
  readonly points: Points | null;
}

/** Points of GraphQL. */
export interface Points {
  readonly limit: number;
  readonly remaining: number;
}

export interface RawFound {
  readonly id?: string;
  readonly number?: number;
  readonly updatedAt?: string;
  readonly closed?: boolean;
  readonly author?: { readonly login: string } | null;
  readonly labels?: Nodes<{ readonly name: string }> | null;
  readonly early?: Nodes<RawEarly> | null;
  readonly body?: string;
  readonly late?: Nodes<{ readonly body: string }> | null;
  readonly headRefName?: string;
  readonly isCrossRepository?: boolean;
  readonly viewerDidAuthor?: boolean;
  readonly repository?: { readonly name: string; readonly owner: { readonly login: string } };
}

type RawEarly = Pick<RawComment, 'viewerDidAuthor' | 'createdAt' | 'lastEditedAt'>;

interface RawFindings {
  readonly search: Page<RawFound>;
  readonly beside?: Page<RawFound>;
  readonly rateLimit: Points | null;
}

/**
 * What a search finds. Behind GitHub's thousand results it searches on from the oldest change it was shown, as long as that
 * shows anything new. @throws `Unanswered`
 */
export async function search(github: GitHub, query: Query): Promise<Findings> {
  const found = new Map<string, Found>();
  let window = query;
  let owed: readonly Owed[] = [];
  for (;;) {
    const known = found.size;
    const { more, points, beside } = await readWindow(github, window, found);
    if (query.beside && beside) owed = await owedIn(github, query.beside, beside);
    const oldest = [...found.values()].at(-1)?.updatedAt;
    const isEnough = query.most < mostShown || found.size === known;
    if (!more || isEnough || !oldest) return { found: [...found.values()], owed, points };
    window = { ...query, query: changedUntil(query.query, oldest), beside: undefined };
  }
}

interface Window {
  /** There are more behind them. */
  readonly more: boolean;
  readonly points: Points | null;
  /** The first page of the search beside it, where there is one. */
  readonly beside: Page<RawFound> | null;
}

/** As many as one search gives, into `found` by their name. */
async function readWindow(
  github: GitHub,
  { query, each, most, words, beside = '' }: Query,
  found: Map<string, Found>,
): Promise<Window> {
  let after: string | null = null;
  let points: Points | null = null;
  let both: Page<RawFound> | null = null;
  for (let read = each; read <= most; read += each) {
    const asked = { query, each, after, words, beside, both: beside !== '' && after === null };
    const answer: RawFindings = await ask(github, searchDocument, asked);
    points = answer.rateLimit;
    both ??= answer.beside ?? null;
    for (const node of answer.search.nodes ?? []) {
      const one = node && foundIn(node);
      if (one) found.set(nameOf(one.ref), one);
    }
    if (!answer.search.pageInfo.hasNextPage) return { more: read === mostShown, points, beside: both };
    after = answer.search.pageInfo.endCursor;
  }
  return { more: true, points, beside: both };
}

/**
 * As many as GitHub shows. Of pull requests only what we opened ourselves in the repository counts: anybody may open one. Whether an
 * issue's words are ours, its card tells.
 */
async function owedIn(github: GitHub, query: string, first: Page<RawFound>): Promise<readonly Owed[]> {
  const owed: Owed[] = [];
  for (let page = first; ; ) {
    for (const node of page.nodes ?? []) {
      const { headRefName = '', isCrossRepository, viewerDidAuthor, repository } = node ?? {};
      const isIssue = node !== null && node.headRefName === undefined;
      const number = isIssue ? (node.number ?? null) : postMortemIssue(headRefName);
      if (!repository || number === null || (!isIssue && (isCrossRepository || !viewerDidAuthor))) continue;
      owed.push({ owner: repository.owner.login, name: repository.name, number, byWords: isIssue });
    }
    if (!page.pageInfo.hasNextPage) return owed;
    const next = { query, each: 100, after: page.pageInfo.endCursor, words: false, beside: '', both: false };
    page = (await ask<RawFindings>(github, searchDocument, next)).search;
  }
}

/** Null: it is nothing for us. A pull request of a fork, which anybody may open, is not. */
export function foundIn(node: RawFound): Found | null {
  const {
    id = null,
    number,
    updatedAt = '',
    closed = false,
    author,
    labels,
    early,
    body,
    late,
    headRefName,
    repository,
  } = node;
  if (!repository || number === undefined || node.isCrossRepository) return null;
  const { name, owner } = repository;
  const ours = (early?.nodes ?? []).flatMap((comment) => (comment?.viewerDidAuthor ? [comment] : []));
  const written = ours.map(({ createdAt, lastEditedAt }) => lastEditedAt ?? createdAt).toSorted();
  const comments = (late?.nodes ?? []).flatMap((comment) => comment?.body ?? []);
  return {
    ...{ ref: { owner: owner.login, name, number }, id, updatedAt, by: author?.login ?? null, closed },
    labels: (labels?.nodes ?? []).flatMap((label) => label?.name ?? []),
    cardAt: written.at(-1) ?? null,
    words: body === undefined ? null : { body, comments },
    branch: headRefName ?? null,
  };
}

/** The same search, of what did not change since. */
function changedUntil(query: string, time: string): string {
  const since = /\bupdated:>(\S+)/;
  return since.test(query) ? query.replace(since, `updated:$1..${time}`) : `${query} updated:<=${time}`;
}
