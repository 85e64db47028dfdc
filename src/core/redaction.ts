// Words that must go: of a comment that somebody redacted, and of one that was deleted. That they were said stays.
import { baseOf, bySaid, commentOf, type Entry } from './entry.ts';
import type { Handbook } from './handbook.ts';
import type { Memory } from './recall.ts';
import type { IncidentRecord } from './record.ts';
import { serviceNamed } from './service.ts';
import { type Comment, commentsOf, type Snapshot } from './snapshot.ts';
import { takenOut, withoutWords } from './taken-out.ts';
import type { Fact } from './timeline.ts';

type RedactedFact = Extract<Fact, { kind: 'redacted' }>;

/** Somebody's `/redact`, and what it is about. */
export interface Redaction {
  readonly entry: Entry;
  readonly fact: RedactedFact;
  /** Drafts that were made of those words, or are them. */
  readonly drafts: readonly number[];
  /** Sources of the entries that lose their words. */
  readonly sources: ReadonlySet<string>;
}

/** What of the record is taken out, and where else to look for it. */
export interface Redacted {
  readonly redactions: readonly Redaction[];
  /** What was redacted, as far as our memory or the thread still has it: looked for in what we wrote. */
  readonly words: readonly string[];
  /** Numbers of comments on record that somebody deleted. */
  readonly deleted: readonly string[];
  /** What they said, as far as our memory still has it. */
  readonly deletedWords: readonly string[];
}

/** The redactions on record, in the order they were said. */
export function redactionsOf(entries: readonly Entry[]): readonly Redaction[] {
  return entries.flatMap((entry) => {
    const { fact } = entry;
    if (fact?.kind !== 'redacted') return [];
    const before = entries.filter((other) => bySaid(other, entry) < 0);
    const own = before.filter((other) => isOf(other, fact));
    const made = own.flatMap((other) => (other.fact?.kind === 'drafted' ? [other.fact.draft] : []));
    const drafts = [...new Set([...made, ...(fact.ofDraft === undefined ? [] : [fact.ofDraft])])];
    const left = before.filter(({ fact: one }) => one?.kind === 'published' && drafts.includes(one.draft));
    return [{ entry, fact, drafts, sources: new Set([...own, ...left].map(({ source }) => source)) }];
  });
}

/** Whether an entry keeps words of what a redaction names. */
function isOf(entry: Entry, { comment }: RedactedFact): boolean {
  const { fact, source } = entry;
  if (fact?.kind === 'redacted') return false;
  if (comment !== null) return commentOf(entry) === comment || pointsAt(entry, comment);
  return baseOf(source) === 'form' || /^edit:[0-9a-f]+:type$/.test(source) || isTitle(entry);
}

function isTitle({ fact }: Entry): boolean {
  return fact?.kind === 'title' || fact?.kind === 'declared';
}

/** A note that took somebody's comment over. */
function pointsAt({ fact }: Entry, comment: string): boolean {
  return fact?.kind === 'note' && fact.of?.url.endsWith(`#issuecomment-${comment}`) === true;
}

/**
 * Numbers of comments on record that are gone although the look shows the thread: each needs a deletion of a comment of that author,
 * and where more are missing than were deleted nobody can tell which, so none is.
 */
export function deletedComments(entries: readonly Entry[], snapshot: Snapshot): readonly string[] {
  const deletions = snapshot.thread.flatMap((item) =>
    item.kind === 'comment-deleted' && item.author ? [item.author.id] : [],
  );
  if (deletions.length === 0) return [];
  const standing = new Set(commentsOf(snapshot).map(({ number }) => number));
  const missing = new Map<string, string>();
  for (const entry of entries) {
    const number = commentOf(entry);
    if (number !== null && entry.by && !standing.has(number)) missing.set(number, entry.by.id);
  }
  const count = (ids: Iterable<string>, id: string): number => [...ids].filter((one) => one === id).length;
  return [...missing].flatMap(([number, by]) => (count(missing.values(), by) <= count(deletions, by) ? [number] : []));
}

/** The record and our memory of it without the words that were redacted or deleted, and what that was. Twice changes nothing. */
export function withoutRedacted(
  record: IncidentRecord,
  memory: Memory,
  snapshot: Snapshot,
  handbook: Handbook,
): { readonly record: IncidentRecord; readonly memory: Memory; readonly redacted: Redacted } {
  const redactions = redactionsOf(record.entries);
  const deleted = moved(snapshot) ? [] : deletedComments(record.entries, snapshot);
  if (redactions.length === 0 && deleted.length === 0) return { record, memory, redacted: nothing };
  const said = new Set(redactions.flatMap(({ sources }) => [...sources]));
  const gone = new Set(deleted);
  const isGone = (entry: Entry) => isDeleted(entry, gone);
  const hide = (entries: readonly Entry[]) =>
    entries.map((entry) => (said.has(entry.source) || isGone(entry) ? without(entry, handbook) : entry));
  const words = redactedWords(redactions, record.entries, snapshot, handbook);
  const deletedWords = record.entries.filter(isGone).flatMap((entry) => wordsGone(entry, without(entry, handbook)));
  const records = memory.records.map((block) => ({ ...block, entries: hide(block.entries) }));
  return {
    record: { ...record, entries: hide(record.entries), silent: new Set([...(record.silent ?? []), ...said]) },
    memory: { ...memory, entries: hide(memory.entries), records },
    redacted: { redactions, words, deleted, deletedWords },
  };
}

/** What these redactions take out of the entries, and what the comments that they name still say. */
export function redactedWords(
  redactions: readonly Redaction[],
  entries: readonly Entry[],
  snapshot: Snapshot,
  handbook: Handbook,
): readonly string[] {
  const said = new Set(redactions.flatMap(({ sources }) => [...sources]));
  const own = entries.filter(({ source }) => said.has(source));
  return [...own.flatMap((entry) => wordsGone(entry, without(entry, handbook))), ...standing(redactions, snapshot)];
}

/** Entries without the words that were redacted. */
export function redactedWithin(entries: readonly Entry[], handbook: Handbook): readonly Entry[] {
  const said = new Set(redactionsOf(entries).flatMap(({ sources }) => [...sources]));
  return said.size === 0
    ? entries
    : entries.map((entry) => (said.has(entry.source) ? without(entry, handbook) : entry));
}

/** What we know when nobody redacted anything. */
const nothing: Redacted = { redactions: [], words: [], deleted: [], deletedWords: [] };

/** After a transfer all comments have other numbers. */
function moved({ thread }: Snapshot): boolean {
  return thread.some(({ kind }) => kind === 'transferred');
}

/** What left the house stays what it was: its text is the draft's, not the word's that sent it. */
function isDeleted(entry: Entry, gone: ReadonlySet<string>): boolean {
  const number = commentOf(entry);
  if (number !== null && gone.has(number)) return entry.fact?.kind !== 'published';
  return [...gone].some((one) => pointsAt(entry, one));
}

/** Names of services that the team's own files tell are no words of people: they stay, and with them who is called. */
function without(entry: Entry, handbook: Handbook): Entry {
  const { fact } = entry;
  const left = withoutWords(entry, kept);
  if (fact?.kind !== 'services') return left;
  const known = (names: readonly string[]) =>
    names.filter((name) => handbook.services.length > 0 && serviceNamed(handbook.services, name));
  return { ...left, fact: { kind: 'services', add: known(fact.add), remove: known(fact.remove) } };
}

/** A draft's hash tells nothing of a text that stands for everybody, and its approvals need it. */
const kept: ReadonlySet<string> = new Set(['digest']);

/** The texts that an entry had and has no more. */
function wordsGone(before: unknown, after: unknown): readonly string[] {
  if (typeof before === 'string') return after === takenOut && before !== takenOut ? [before] : [];
  if (Array.isArray(before)) {
    const list = Array.isArray(after) ? after : [];
    return before.flatMap((one, index) => wordsGone(one, list[index]));
  }
  if (typeof before !== 'object' || before === null) return [];
  const rest = (after ?? {}) as Readonly<Record<string, unknown>>;
  return Object.entries(before).flatMap(([key, one]) => wordsGone(one, rest[key]));
}

/** Lines that are no command of the comments that were redacted and still stand, as they were ever written. */
function standing(redactions: readonly Redaction[], snapshot: Snapshot): readonly string[] {
  const numbers = new Set(redactions.map(({ fact }) => fact.comment));
  const comments = commentsOf(snapshot).filter(({ number, mine }) => numbers.has(number) && !mine);
  return comments.flatMap(linesOf).filter((line) => !/^\s*\//.test(line));
}

function linesOf({ body, revisions }: Comment): readonly string[] {
  return [body, ...revisions.map((revision) => revision.body)].flatMap((text) => text.split(/\r\n|\n|\r/));
}

/** Stands in a card that was made after so many redactions. */
export function redactedMark(count: number): string {
  return count === 0 ? '' : `<!-- sitrep without ${count} -->\n`;
}

/** How many redactions took something out of the record. */
export function redactionCount({ redactions }: Redacted): number {
  return redactions.filter(({ sources }) => sources.size > 0).length;
}

/** Whether a card's history, which everybody can read, still has words that were redacted: it was written with fewer redactions. */
export function tellsRedacted({ body, revisions }: Comment, count: number): boolean {
  if (count === 0) return false;
  const written = [body, ...revisions.map((revision) => revision.body)];
  const telling = written.filter((text) => text.includes('<!-- sitrep-ledger '));
  return telling.some((text) => Number(/<!-- sitrep without (\d{1,6}) -->/.exec(text)?.[1] ?? 0) < count);
}
