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
}

export interface Query {
  readonly query: string;
  /** Pages of 100 to read at most. */
  readonly pages: number;
}

const longest = 256;
const allPages = 10;

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
    scopes(installation, repositories, longest - base.length - ' archived:false sort:updated-desc '.length).map(
      (scope) => ({
        query: `${base} archived:false sort:updated-desc ${scope}`,
        pages,
      }),
    ),
  );
}

/** The whole account, or the selected repositories in as few searches as they fit in. */
function scopes(installation: Installation, repositories: readonly SweptRepository[], room: number): readonly string[] {
  if (!installation.selected) return [`${installation.organisation ? 'org' : 'user'}:${installation.account}`];
  const scopes: string[] = [];
  for (const { owner, name } of repositories) {
    const scope = `repo:${owner}/${name}`;
    const last = scopes.at(-1);
    if (last !== undefined && last.length + 1 + scope.length <= room) scopes[scopes.length - 1] = `${last} ${scope}`;
    else scopes.push(scope);
  }
  return scopes;
}

interface RawFound {
  readonly number?: number;
  readonly updatedAt?: string;
  readonly author?: { readonly login: string } | null;
  readonly repository?: { readonly name: string; readonly owner: { readonly login: string } };
}

/** What a search finds, newest change first. */
export async function search(github: GitHub, query: string, pages: number): Promise<readonly Found[]> {
  const found: Found[] = [];
  let after: string | null = null;
  for (let count = 0; count < pages; count += 1) {
    const answer: { search: Page<RawFound> } = await ask(github, searchDocument, { query, after });
    for (const node of answer.search.nodes ?? []) {
      if (!node?.repository || node.number === undefined) continue;
      const { name, owner } = node.repository;
      found.push({
        ref: { owner: owner.login, name, number: node.number },
        updatedAt: node.updatedAt ?? '',
        by: node.author?.login ?? null,
      });
    }
    if (!answer.search.pageInfo.hasNextPage) break;
    after = answer.search.pageInfo.endCursor;
  }
  return found;
}
