// The lists of a look followed to their ends: what did not fit on its first page.

import { postMortemBranches } from '../core/pull-request.ts';
import { ask } from './ask.ts';
import type { GitHub } from './client.ts';
import {
  follow,
  joined,
  type LongThreads,
  type Moment,
  rememberedThread,
  rememberMore,
  rememberWhole,
  type Threaded,
} from './long-threads.ts';
import { labelsDocument, pullsDocument, pullThreadDocument, threadDocument } from './look.ts';
import type { Page, RawIssue, RawItem, RawLabel, RawPull, RawRepository } from './look-answer.ts';
import { nameOf } from './name-of.ts';
import { allPages } from './pages.ts';

/** Of what, by pages of what size, when (ISO) and by whom (node id), and what is remembered of long threads. */
interface Asking {
  readonly github: GitHub;
  readonly ref: { readonly owner: string; readonly name: string; readonly number: number };
  readonly page: number;
  readonly at: Moment;
  readonly threads: LongThreads;
}

/** The lists of a look, whole. */
export interface Remainder {
  readonly thread: readonly (RawItem | null)[];
  readonly labels: readonly (RawLabel | null)[];
  readonly pulls: readonly (RawPull | null)[];
  readonly otherPulls: readonly (RawPull | null)[];
}

/** The lists of a look followed to their ends. */
export async function remainder(asking: Asking, raw: RawRepository, issue: RawIssue): Promise<Remainder> {
  const { number } = asking.ref;
  const { usual, other } = postMortemBranches(number);
  const pullsAfter = (branch: string) => async (after: string | null) =>
    (await more<{ pullRequests: Page<RawPull> }>(asking, pullsDocument, { branch, after }))?.pullRequests ?? null;
  const labelsAfter = async (after: string | null) =>
    (await more<{ labels: Page<RawLabel> }>(asking, labelsDocument, { after }))?.labels ?? null;
  const [thread, labels, pulls, otherPulls] = await Promise.all([
    threadOf(asking, issue),
    allPages(raw.labels, labelsAfter),
    allPages(raw.pullRequests, pullsAfter(usual)),
    allPages(raw.otherPulls, pullsAfter(other)),
  ]);
  return { thread, labels, pulls, otherPulls };
}

/** An issue's thread, of which the look shows the first page, or a pull request's, of which it shows nothing. */
async function threadOf(asking: Asking, issue: RawIssue): Promise<Remainder['thread']> {
  const { ref, page } = asking;
  const document = issue.timelineItems ? threadDocument : pullThreadDocument;
  const next = async (after: string | null): Promise<Page<RawItem> | null> => {
    type Answer = { issueOrPullRequest: { timelineItems?: Page<RawItem> } | null };
    const answer = await more<Answer>(asking, document, { number: ref.number, page, after });
    return answer?.issueOrPullRequest?.timelineItems ?? null;
  };
  if (issue.timelineItems) return issueThread(asking, { ...issue, timelineItems: issue.timelineItems }, next);
  const first = await next(null);
  return first ? (await follow(first, next)).items : [];
}

/** Where its first pages are remembered, only what came after those is read; all of it where that would not be the same. */
async function issueThread(
  { ref, at, threads }: Asking,
  issue: Threaded,
  next: (after: string) => Promise<Page<RawItem> | null>,
): Promise<Remainder['thread']> {
  const key = nameOf(ref);
  const known = issue.tail ? rememberedThread(threads, key, at.now) : null;
  if (known && issue.tail) {
    const tail = await follow(issue.tail, next);
    const items = joined(issue, known, tail, at);
    if (items) {
      rememberMore(threads, key, { known, issue, tail, items }, at.now);
      return items;
    }
  }
  const all = await follow(issue.timelineItems, next);
  if (issue.timelineItems.pageInfo.hasNextPage) rememberWhole(threads, key, { issue, all }, at.now);
  else threads.delete(key);
  return all.items;
}

async function more<Data>(
  { github, ref: { owner, name } }: Asking,
  document: string,
  variables: Readonly<Record<string, unknown>>,
): Promise<Data | null> {
  type Answer = { readonly repository: Data | null };
  return (await ask<Answer>(github, document, { owner, name, ...variables })).repository;
}
