// Searches for incidents, within GitHub's bounds: 256 characters, 1,000 results.
import { ask } from './ask.ts';
import type { GitHub } from './client.ts';
import type { Installation, SweptRepository } from './installations.ts';
import { searchDocument } from './look.ts';
import type { Page } from './look-answer.ts';
import type { IssueRef } from './observe.ts';

export interface Found {
  readonly ref: IssueRef;
  readonly updatedAt: string;
  /** Login of who filed it; null: the account is gone. */
  readonly by: string | null;
  readonly closed: boolean;
  readonly labels: readonly string[];
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

export interface Query {
  readonly query: string;
  /** Pages of 100 to read at most. */
  readonly pages: number;
}

const longest = 256;
/** GitHub shows a thousand results of a search, in pages of a hundred. */
const allPages = 10;
/** Where the selected repositories would need more searches than so many, the whole account is searched instead. */
const mostScopes = 60;

/**
 * What to search in an installation: open incidents, and where `since` is given also closed ones and other open issues that
 * changed since (the newest hundred: a report or a command in them may have been missed).
 */
export function queries(
  installation: Installation,
  repositories: readonly SweptRepository[],
  labels: readonly string[],
  since: string | null,
): readonly Query[] {
  const named = labels.map((label) => `label:"${label.replaceAll('"', '')}"`);
  const lately = since === null ? [] : [`updated:>${since}`];
  const bases = [
    ...named.map((label) => ({ base: `is:issue is:open ${label}`, pages: allPages })),
    ...lately.flatMap((updated) => [
      ...named.map((label) => ({ base: `is:issue is:closed ${label} ${updated}`, pages: allPages })),
      { base: `is:issue is:open ${updated} ${named.map((label) => `-${label}`).join(' ')}`, pages: 1 },
    ]),
  ];
  return bases.flatMap(({ base, pages }) =>
    scopes(installation, repositories, longest - base.length - room.length).map((scope) => ({
      query: `${base} archived:false sort:updated-desc ${scope}`,
      pages,
    })),
  );
}

/** What is still to be put into a search: its order, and where the window of results before it ended. */
const room = ' archived:false sort:updated-desc  updated:<=2026-03-02T10:00:00Z';

/** The whole account, or the selected repositories in as few searches as they fit in. */
function scopes(installation: Installation, repositories: readonly SweptRepository[], room: number): readonly string[] {
  const whole = [`${installation.organisation ? 'org' : 'user'}:${installation.account}`];
  if (!installation.selected) return whole;
  const scopes: string[] = [];
  for (const { owner, name } of repositories) {
    const scope = `repo:${owner}/${name}`;
    const last = scopes.at(-1);
    if (last !== undefined && last.length + 1 + scope.length <= room) scopes[scopes.length - 1] = `${last} ${scope}`;
    else scopes.push(scope);
  }
  return scopes.length > mostScopes ? whole : scopes;
}

interface RawFound {
  readonly number?: number;
  readonly updatedAt?: string;
  readonly closed?: boolean;
  readonly author?: { readonly login: string } | null;
  readonly labels?: { readonly nodes?: readonly ({ readonly name: string } | null)[] | null } | null;
  readonly repository?: { readonly name: string; readonly owner: { readonly login: string } };
}

interface RawFindings {
  readonly search: Page<RawFound>;
  readonly rateLimit: Points | null;
}

/**
 * What a search finds. Behind GitHub's thousand results it searches on from the oldest change it was shown, as long as that
 * shows anything new. @throws `Unanswered`
 */
export async function search(github: GitHub, { query, pages }: Query): Promise<Findings> {
  const found = new Map<string, Found>();
  let window = query;
  for (;;) {
    const known = found.size;
    const { more, points } = await readWindow(github, { query: window, pages }, found);
    const oldest = [...found.values()].at(-1)?.updatedAt;
    if (!more || pages < allPages || found.size === known || !oldest) return { found: [...found.values()], points };
    window = changedUntil(query, oldest);
  }
}

/** As many pages as one search gives, into `found` by their name; and whether there is more behind them. */
async function readWindow(
  github: GitHub,
  { query, pages }: Query,
  found: Map<string, Found>,
): Promise<{ readonly more: boolean; readonly points: Points | null }> {
  let after: string | null = null;
  let points: Points | null = null;
  for (let count = 0; count < pages; count += 1) {
    const answer: RawFindings = await ask(github, searchDocument, { query, after });
    points = answer.rateLimit;
    for (const node of answer.search.nodes ?? []) {
      const one = node && foundIn(node);
      if (one) found.set(`${one.ref.owner}/${one.ref.name}#${one.ref.number}`, one);
    }
    if (!answer.search.pageInfo.hasNextPage) return { more: count === allPages - 1, points };
    after = answer.search.pageInfo.endCursor;
  }
  return { more: true, points };
}

function foundIn({ number, updatedAt = '', closed = false, author, labels, repository }: RawFound): Found | null {
  if (!repository || number === undefined) return null;
  const { name, owner } = repository;
  return {
    ...{ ref: { owner: owner.login, name, number }, updatedAt, by: author?.login ?? null, closed },
    labels: (labels?.nodes ?? []).flatMap((label) => label?.name ?? []),
  };
}

/** The same search, of what did not change since. */
function changedUntil(query: string, time: string): string {
  const since = /\bupdated:>(\S+)/;
  return since.test(query) ? query.replace(since, `updated:$1..${time}`) : `${query} updated:<=${time}`;
}
