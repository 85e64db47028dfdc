// Which of the issues that a look shows beside this one are ours: opened by us, and because of this one.
import { type OpenedIssue, openedMarkOf } from '../core/opened-issue.ts';
import type { RawIssue, RawItem, RawOpened } from './look-answer.ts';
import { personOf } from './person-of.ts';
import { present } from './read-issue.ts';
import { closeReason, isOurs, type Reader } from './read-thread.ts';

/**
 * The issues that we opened because of this one, oldest first, the first one of each key: its sub-issues, and those that mention
 * it (a sub-issue may have been taken out). Written by us, and marked with this issue's id.
 */
export function readOpened(raw: RawIssue, thread: readonly (RawItem | null)[], reader: Reader): readonly OpenedIssue[] {
  const transfers = present(thread).flatMap((item) => (item.__typename === 'TransferredEvent' ? [item.createdAt] : []));
  const candidates = [...present(raw.subIssues?.nodes), ...mentioning(thread)].toSorted(byAge);
  const byKey = new Map<string, OpenedIssue>();
  for (const candidate of candidates) {
    const mark = isOurs(candidate, personOf(candidate.author), reader.app) ? openedMarkOf(firstText(candidate)) : null;
    // A transferred issue has another id than the one that its marks name.
    const fits = mark?.incident.id === raw.id || transfers.some((at) => at >= candidate.createdAt);
    if (mark && fits && !byKey.has(mark.key)) byKey.set(mark.key, read(mark.key, candidate));
  }
  return [...byKey.values()];
}

function mentioning(thread: readonly (RawItem | null)[]): readonly RawOpened[] {
  return present(thread).flatMap((item) => {
    const source = 'source' in item ? item.source : null;
    return source?.__typename === 'Issue' ? [source as RawOpened] : [];
  });
}

function byAge(one: RawOpened, other: RawOpened): number {
  return one.createdAt < other.createdAt ? -1 : one.createdAt > other.createdAt ? 1 : one.number - other.number;
}

/** As its author wrote it: whoever may edit could take the mark away, or put one in. */
function firstText({ body, userContentEdits }: RawOpened): string {
  return present(userContentEdits?.nodes)[0]?.diff ?? body;
}

function read(key: string, { id, number, url, title, state, stateReason }: RawOpened): OpenedIssue {
  return { key, id, number, url, title, state: state === 'OPEN' ? 'open' : 'closed', reason: closeReason(stateReason) };
}
