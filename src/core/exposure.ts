// A private matter in a public repository: nothing more is said of it, and what we keep of it tells nothing.

import { baseOf, bySaid, type Entry } from './entry.ts';
import { type Handbook, typeOf } from './handbook.ts';
import type { Memory } from './recall.ts';
import type { IncidentRecord } from './record.ts';
import type { Comment, Repository } from './snapshot.ts';
import { withoutWords } from './taken-out.ts';

/** From which word on a matter was called private where everybody reads, and which word ended that; `until` null: it still is. */
export interface Exposure {
  /** The first one of an issue is 1. */
  readonly number: number;
  readonly from: Entry;
  readonly until: Entry | null;
}

/** The newest exposure on record; null: there was none. A type that was taken back by `/undo` exposed until then. */
export function exposureOf(
  entries: readonly Entry[],
  handbook: Handbook,
  repository: Pick<Repository, 'private'>,
): Exposure | null {
  if (repository.private) return null;
  let exposure = null as Exposure | null;
  for (const entry of [...entries].sort(bySaid)) {
    const { fact } = entry;
    const open: Exposure | null = exposure?.until === null ? exposure : null;
    const secret = fact?.kind === 'type' && (fact.private ?? typeOf(handbook, fact.type)?.private ?? false);
    if (secret && !open) exposure = { number: (exposure?.number ?? 0) + 1, from: entry, until: null };
    const over =
      fact?.kind === 'type' ? !secret : fact?.kind === 'undone' && open !== null && takesBack(fact, open.from);
    if (open && over) exposure = { ...open, until: entry };
  }
  return exposure;
}

/**
 * Whether a private matter stands in a public repository after these entries. Its work goes on elsewhere, with its list and its
 * times: here it may just be closed. See {@link exposureOf}: a handbook that it moved to meanwhile need not know such a type.
 */
export function isExposed(...said: Parameters<typeof exposureOf>): boolean {
  return exposureOf(...said)?.until === null;
}

function takesBack({ sources }: { readonly sources: readonly string[] }, entry: Entry): boolean {
  return sources.map(baseOf).includes(baseOf(entry.source));
}

/**
 * The record and our memory of it without the words of people that were said before an exposure or while it lasted. Nothing is
 * said because of them any more: only what began the exposure is still new. Doing it twice changes nothing.
 */
export function discreet(
  record: IncidentRecord,
  memory: Memory,
  exposure: Exposure | null,
): { readonly record: IncidentRecord; readonly memory: Memory } {
  if (!exposure) return { record, memory };
  const hide = (entries: readonly Entry[]) => discreetly(entries, exposure);
  const quiet = record.entries.filter((entry) => isHidden(entry, exposure) && entry.source !== exposure.from.source);
  const records = memory.records.map((block) => ({ ...block, entries: hide(block.entries) }));
  return {
    record: { ...record, entries: hide(record.entries), silent: new Set(quiet.map(({ source }) => source)) },
    memory: { ...memory, entries: hide(memory.entries), records },
  };
}

/** Entries without the words that an exposure took out of the record. */
export function discreetly(entries: readonly Entry[], exposure: Exposure | null): readonly Entry[] {
  return exposure ? entries.map((entry) => (isHidden(entry, exposure) ? withoutWords(entry) : entry)) : entries;
}

/** Whether an entry was said before an exposure was over. */
export function isHidden(entry: Entry, { until }: Exposure): boolean {
  return until === null || bySaid(entry, until) < 0;
}

/** In a card that tells nothing. */
export const privateMark = '<!-- sitrep private -->';

/** Whether a card's history, which everybody can read, tells of the matter: we wrote it before, and not without its words. */
export function tells({ at, body, revisions }: Comment, { from }: Exposure): boolean {
  const written = revisions.length > 0 ? revisions : [{ at, body }];
  const telling = written.filter((text) => text.at <= from.saidAt && text.body.includes('<!-- sitrep-ledger '));
  return telling.some((text) => !text.body.includes(privateMark));
}
