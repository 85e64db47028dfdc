// Searches as far as there is anything to find: GitHub shows a thousand results of one search.

import { ask } from './ask.ts';
import type { GitHub } from './client.ts';
import { searchDocument } from './look.ts';
import type { Nodes, Page, RawComment } from './look-answer.ts';
import { nameOf } from './name-of.ts';
import type { IssueRef } from './observe.ts';
import { mostShown, type Query } from './queries.ts';

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

/** What a search gave, newest change first. */
export interface Findings {
  readonly found: readonly Found[];
  /** What the installation has of an hour; null: GitHub does not count (a server of one's own). */
  readonly points: Points | null;
}

/** Points of GraphQL. */
export interface Points {
  readonly limit: number;
  readonly remaining: number;
}

interface RawFound {
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
  readonly repository?: { readonly name: string; readonly owner: { readonly login: string } };
}

type RawEarly = Pick<RawComment, 'viewerDidAuthor' | 'createdAt' | 'lastEditedAt'>;

interface RawFindings {
  readonly search: Page<RawFound>;
  readonly rateLimit: Points | null;
}

/**
 * What a search finds. Behind GitHub's thousand results it searches on from the oldest change it was shown, as long as that
 * shows anything new. @throws `Unanswered`
 */
export async function search(github: GitHub, query: Query): Promise<Findings> {
  const found = new Map<string, Found>();
  let window = query;
  for (;;) {
    const known = found.size;
    const { more, points } = await readWindow(github, window, found);
    const oldest = [...found.values()].at(-1)?.updatedAt;
    const isEnough = query.most < mostShown || found.size === known;
    if (!more || isEnough || !oldest) return { found: [...found.values()], points };
    window = { ...query, query: changedUntil(query.query, oldest) };
  }
}

/** As many as one search gives, into `found` by their name; and whether there are more behind them. */
async function readWindow(
  github: GitHub,
  { query, each, most, words }: Query,
  found: Map<string, Found>,
): Promise<{ readonly more: boolean; readonly points: Points | null }> {
  let after: string | null = null;
  let points: Points | null = null;
  for (let read = each; read <= most; read += each) {
    const answer: RawFindings = await ask(github, searchDocument, { query, each, after, words });
    points = answer.rateLimit;
    for (const node of answer.search.nodes ?? []) {
      const one = node && foundIn(node);
      if (one) found.set(nameOf(one.ref), one);
    }
    if (!answer.search.pageInfo.hasNextPage) return { more: read === mostShown, points };
    after = answer.search.pageInfo.endCursor;
  }
  return { more: true, points };
}

function foundIn(node: RawFound): Found | null {
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
  if (!repository || number === undefined) return null;
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
