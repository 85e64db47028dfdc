// Whose account is deleted: what they said stands in the thread without them.
import { commentOf } from './entry.ts';
import type { IncidentRecord } from './record.ts';
import { commentsOf, type Snapshot } from './snapshot.ts';

/** Ids of people whose comment on record has no author any more. */
export function goneAccounts(
  { entries }: Pick<IncidentRecord, 'entries'>,
  snapshot: Pick<Snapshot, 'thread'>,
): ReadonlySet<string> {
  const unsigned = new Set(commentsOf(snapshot).flatMap(({ by, number }) => (by ? [] : [number])));
  if (unsigned.size === 0) return new Set();
  const theirs = entries.filter((entry) => unsigned.has(commentOf(entry) ?? ''));
  return new Set(theirs.flatMap(({ by }) => (by ? [by.id] : [])));
}
