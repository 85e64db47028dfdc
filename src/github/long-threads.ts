// Threads of more than a page: what lies between their first page and their end is remembered, and read anew only when it changed.
import { plusMinutes } from '../time/time.ts';
import { mostLately } from './look.ts';
import type { Page, RawComment, RawEvent, RawIssue, RawItem } from './look-answer.ts';
import { present } from './read-issue.ts';

type Item = RawItem | null;

/** An issue with the first page of its thread. */
export type Threaded = RawIssue & Required<Pick<RawIssue, 'timelineItems'>>;

/** The part of a thread that was read before. */
export interface LongThread {
  /** Items behind the first page, in order; without the long texts that hold no command. */
  readonly middle: readonly RawItem[];
  /** Behind it everything is read anew. */
  readonly cursor: string;
  /** When the thread was read as a whole; ISO. */
  readonly wholeAt: string;
  /** Ids of the events that tell of a comment or issue gone elsewhere. */
  readonly gone: ReadonlySet<string>;
  /** How many more comments GitHub counts than it shows. */
  readonly uncounted: number;
  /** When the newest change of a comment was that is known; ISO. */
  readonly changedAt: string;
}

/** By `owner/name#12`; those looked at longest ago come first. The caller owns the map. */
export type LongThreads = Map<string, LongThread>;

/** A list read page by page, and where each page of it ended: `count` items from its beginning. */
export interface Followed {
  readonly items: readonly Item[];
  readonly ends: readonly { readonly cursor: string; readonly count: number }[];
}

/** Whole again after so long, for what GitHub tells of no comment's change: hidden ones, reactions, renamed labels. */
const wholeMinutes = 60;
/** Somebody who deletes comment after comment does not make us read all of them each time. */
const patientMinutes = 10;
/** What is newer may still be joined by something older that GitHub shows late. */
const settledMinutes = 1;
const mostItems = 40_000;
const longestText = 2_000;

/** What is remembered of a thread, unless it is time to read it as a whole. */
export function rememberedThread(threads: LongThreads, key: string, now: string): LongThread | null {
  const known = threads.get(key);
  return known && now < plusMinutes(known.wholeAt, wholeMinutes) && now >= known.wholeAt ? known : null;
}

/** All pages of a list whose first page is known. `next` asks for the page after a cursor; null: the list is gone. */
export async function follow(
  first: Page<RawItem>,
  next: (after: string) => Promise<Page<RawItem> | null>,
): Promise<Followed> {
  const items: Item[] = [];
  const ends: { cursor: string; count: number }[] = [];
  for (let page: Page<RawItem> | null = first; page; ) {
    items.push(...(page.nodes ?? []));
    const { hasNextPage, endCursor }: Page<RawItem>['pageInfo'] = page.pageInfo;
    if (endCursor) ends.push({ cursor: endCursor, count: items.length });
    page = hasNextPage && endCursor ? await next(endCursor) : null;
  }
  return { items, ends };
}

/** When it is looked, and by whom (node id). */
export interface Moment {
  readonly now: string;
  readonly viewer: string;
}

/** The thread from its first page, what is remembered, and what came after that; null: that would not be all of it. */
export function joined(issue: Threaded, known: LongThread, tail: Followed, at: Moment): readonly RawItem[] | null {
  const { now, viewer } = at;
  const lately = present(issue.lately?.nodes);
  const fresh = new Map<string, RawItem>(lately.map((comment) => [comment.id, comment]));
  const parts = [...present(issue.timelineItems.nodes), ...known.middle, ...present(tail.items)];
  // Read together, the first page and the last are as new as the comments changed lately.
  const items = [...new Map(parts.map((item) => [item.id, fresh.get(item.id) ?? item])).values()];
  const ids = new Set(items.map(({ id }) => id));
  const gone = goneIn(items).filter(({ id }) => !known.gone.has(id));
  const isLate = lately.some(({ id }) => !ids.has(id));
  const isCut = lately.length >= mostLately && lately.every(({ updatedAt }) => updatedAt > known.changedAt);
  if (isLate || isCut || gone.some((event) => isUrgent(event, viewer))) return null;
  const changed = gone.length > 0 || uncountedIn(issue, items) !== known.uncounted;
  return changed && now >= plusMinutes(known.wholeAt, patientMinutes) ? null : items;
}

/** Remembers a thread that was read as a whole. */
export function rememberWhole(
  threads: LongThreads,
  key: string,
  { issue, all }: { issue: Threaded; all: Followed },
  now: string,
): void {
  const head = issue.timelineItems.nodes?.length ?? 0;
  const end = settledEnd(all, now);
  const items = present(all.items);
  threads.delete(key);
  if (!end) return;
  keep(threads, key, {
    ...{ middle: all.items.slice(head, end.count).flatMap((item) => (item ? [lean(item)] : [])), cursor: end.cursor },
    ...{ wholeAt: now, changedAt: newestChange(items) },
    ...{ gone: new Set(goneIn(items).map(({ id }) => id)), uncounted: uncountedIn(issue, items) },
  });
}

/** Remembers what was read behind the place that is known. @param items as they were joined */
export function rememberMore(
  threads: LongThreads,
  key: string,
  { known, issue, tail, items }: { known: LongThread; issue: RawIssue; tail: Followed; items: readonly RawItem[] },
  now: string,
): void {
  const end = settledEnd(tail, now);
  const read = new Set([...known.middle, ...present(tail.items.slice(0, end?.count ?? 0))].map(({ id }) => id));
  const middle = items.filter(({ id }) => read.has(id));
  const changed = present(issue.lately?.nodes).map(({ updatedAt }) => updatedAt);
  keep(threads, key, {
    ...known,
    middle: middle.map(lean),
    cursor: end?.cursor ?? known.cursor,
    changedAt: changed.toSorted().at(-1) ?? known.changedAt,
  });
}

/** The last end of a page behind which nothing older will appear; the first page's where all of it is that new. */
function settledEnd({ items, ends }: Followed, now: string) {
  const until = plusMinutes(now, -settledMinutes);
  const isSettled = (count: number) => {
    const last = items.slice(0, count).findLast((item) => item && 'createdAt' in item && item.createdAt);
    return last && 'createdAt' in last ? last.createdAt <= until : false;
  };
  return ends.findLast(({ count }) => isSettled(count));
}

function keep(threads: LongThreads, key: string, thread: LongThread): void {
  threads.delete(key);
  threads.set(key, thread);
  let count = [...threads.values()].reduce((sum, { middle }) => sum + middle.length, 0);
  for (const [oldest, { middle }] of threads) {
    if (count <= mostItems) return;
    threads.delete(oldest);
    count -= middle.length;
  }
}

/** A long text without a line that may be a command is quoted at most: its beginning is enough. */
function lean(item: RawItem): RawItem {
  if (!isComment(item) || item.viewerDidAuthor || item.body.length <= longestText) return item;
  const texts = [item.body, ...present(item.userContentEdits?.nodes).map(({ diff }) => diff ?? '')];
  if (texts.some((text) => /^\s*\//m.test(text))) return item;
  return { ...item, body: item.body.slice(0, longestText) };
}

function newestChange(items: readonly RawItem[]): string {
  const changes = items.filter(isComment).map(({ createdAt, lastEditedAt }) => lastEditedAt ?? createdAt);
  return changes.toSorted().at(-1) ?? '';
}

const leaving = new Set(['CommentDeletedEvent', 'TransferredEvent']);

function goneIn(items: readonly RawItem[]): readonly RawEvent[] {
  return items.flatMap((item) => (leaving.has(item.__typename) && !isComment(item) ? [item] : []));
}

/** Our own comment was deleted, or the issue moved. */
function isUrgent(event: RawEvent, viewer: string): boolean {
  return event.__typename === 'TransferredEvent' || event.deletedCommentAuthor?.id === viewer;
}

function uncountedIn(issue: RawIssue, items: readonly RawItem[]): number {
  return (issue.commentCount?.totalCount ?? 0) - items.filter(isComment).length;
}

function isComment(item: RawItem): item is RawComment {
  return item.__typename === 'IssueComment';
}
