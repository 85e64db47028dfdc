// One list of a repository's incidents, followed page by page: smaller pages after an answer that was too big, and never a lost cursor.
import { ask } from './ask.ts';
import type { GitHub } from './client.ts';
import type { CountedPage, RawBareIncident, RawIncident, RawIncidents, RawListHead } from './incident-answer.ts';
import { bareIncidentDocument, incidentsDocument } from './incident-documents.ts';
import { isTooMuch, type Stride } from './stride.ts';
import { Unanswered } from './unanswered.ts';

/** Which incidents, and in which order of their last change. */
export interface ListAsked {
  readonly owner: string;
  readonly name: string;
  readonly labels: readonly string[];
  /** Those that changed since then (ISO UTC); null: all. */
  readonly since: string | null;
  /** Null: open and closed ones. */
  readonly states: readonly 'OPEN'[] | null;
  readonly direction: 'ASC' | 'DESC';
}

/** A step of the list. */
export interface ListPage {
  readonly incidents: readonly RawIncident[];
  /** Those that GitHub does not give with their comments, however few are asked for; null: not even that one's number. */
  readonly bare: readonly (RawBareIncident | null)[];
  /** Where it began; empty: at the beginning of the list. */
  readonly cursor: string;
  /** How many there are in the list by now. */
  readonly total: number;
  /** The one that changed last by now; null: there is none, or it was not asked for. */
  readonly newest: { readonly id: string; readonly updatedAt: string } | null;
}

/**
 * The list from its beginning to its end. The caller stops where it has seen enough.
 * @param first its first page, where that is known already
 * @throws Unanswered when GitHub does not answer even for one incident without its comments
 */
export async function* incidentList(
  github: GitHub,
  asked: ListAsked,
  stride: Stride,
  first: CountedPage<RawIncident> | null = null,
): AsyncGenerator<ListPage> {
  let after: string | null = null;
  let step: Step | null = first && isWhole(first) ? { page: first, head: null, bare: false } : null;
  for (;;) {
    step ??= (await pageAfter(github, asked, stride, after)) ?? (await bareAfter(github, asked, after));
    yield {
      incidents: step.bare ? [] : (step.page.nodes as readonly RawIncident[]),
      bare: step.bare ? (step.page.nodes ?? []) : [],
      ...{ cursor: after ?? '', total: step.page.totalCount, newest: step.head?.nodes?.[0] ?? null },
    };
    const { hasNextPage, endCursor }: PageInfo = step.page.pageInfo;
    if (!hasNextPage) return;
    if (endCursor === null || endCursor === after) throw new Unanswered('GitHub gave the same page of a list again');
    after = endCursor;
    step = null;
  }
}

type PageInfo = CountedPage<RawBareIncident>['pageInfo'];

type Step =
  | { readonly bare: false; readonly page: CountedPage<RawIncident>; readonly head: RawListHead | null }
  | { readonly bare: true; readonly page: CountedPage<RawBareIncident>; readonly head: null };

/** @returns null: not even one incident can be had */
async function pageAfter(github: GitHub, asked: ListAsked, stride: Stride, after: string | null): Promise<Step | null> {
  for (;;) {
    try {
      const variables = { ...variablesOf(asked), after, first: stride.size };
      const { repository } = await ask<RawIncidents>(github, incidentsDocument, variables);
      const page = repository?.issues;
      if (!page || !isWhole(page)) throw new Unanswered('GitHub gave a part of a page', { partial: true });
      stride.good();
      return { bare: false, page, head: repository.head ?? null };
    } catch (error) {
      if (!isTooMuch(error)) throw error;
      if (!stride.shrink()) return null;
    }
  }
}

/** The next incident without its comments: it may be they that cannot be had. */
async function bareAfter(github: GitHub, asked: ListAsked, after: string | null): Promise<Step> {
  const answer = await ask<RawIncidents<RawBareIncident>>(github, bareIncidentDocument, {
    ...variablesOf(asked),
    after,
  });
  const page = answer.repository?.issues;
  if (!page) throw new Unanswered('GitHub does not give the list of incidents', { partial: true });
  return { bare: true, page, head: null };
}

function variablesOf({ owner, name, labels, since, states, direction }: ListAsked) {
  return { owner, name, labels, filter: since === null ? null : { since }, states, direction };
}

/** A page with a hole in it, or an end before its end, is none. */
function isWhole({ nodes, pageInfo }: CountedPage<RawIncident>): boolean {
  if (!nodes || nodes.some((node) => node === null || !node.comments?.nodes)) return false;
  return nodes.length > 0 || !pageInfo.hasNextPage;
}
