// The lists of a look followed to their ends: what did not fit on its first page.
import { postMortemBranches } from '../core/pull-request.ts';
import { ask } from './ask.ts';
import type { GitHub } from './client.ts';
import { labelsDocument, pullsDocument, threadDocument } from './look.ts';
import type { Page, RawIssue, RawItem, RawLabel, RawPull, RawRepository } from './look-answer.ts';
import { allPages } from './pages.ts';

/** Of what, and by pages of what size. */
interface Asking {
  readonly github: GitHub;
  readonly ref: { readonly owner: string; readonly name: string; readonly number: number };
  readonly page: number;
}

/** The lists of a look, whole. */
export interface Remainder {
  readonly thread: readonly (RawItem | null)[];
  readonly labels: readonly (RawLabel | null)[];
  readonly pulls: readonly (RawPull | null)[];
  readonly otherPulls: readonly (RawPull | null)[];
}

/** The lists of a look followed to their ends. */
export async function remainder(
  { github, ref, page }: Asking,
  raw: RawRepository,
  issue: RawIssue,
): Promise<Remainder> {
  const { owner, name, number } = ref;
  type Answer<T> = { readonly repository: T | null };
  const more = async <T>(document: string, variables: Record<string, unknown>) =>
    (await ask<Answer<T>>(github, document, { owner, name, ...variables })).repository;
  const { usual, other } = postMortemBranches(number);
  const pullsAfter = (branch: string) => async (after: string | null) =>
    (await more<{ pullRequests: Page<RawPull> }>(pullsDocument, { branch, after }))?.pullRequests ?? null;
  const [thread, labels, pulls, otherPulls] = await Promise.all([
    allPages(issue.timelineItems, async (after) => {
      const next = await more<{ issueOrPullRequest: { timelineItems: Page<RawItem> } | null }>(threadDocument, {
        ...{ number, page, after },
      });
      return next?.issueOrPullRequest?.timelineItems ?? null;
    }),
    allPages(
      raw.labels,
      async (after) => (await more<{ labels: Page<RawLabel> }>(labelsDocument, { after }))?.labels ?? null,
    ),
    allPages(raw.pullRequests, pullsAfter(usual)),
    allPages(raw.otherPulls, pullsAfter(other)),
  ]);
  return { thread, labels, pulls, otherPulls };
}
