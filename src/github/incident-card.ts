// Whose card an incident has and what is recorded there, as far as its comments were seen; and what else must be seen to know.
import { holdsCardLedger } from '../core/ledger.ts';
import type { Person } from '../core/person.ts';
import { type Memory, recall } from '../core/recall.ts';
import type { Seal } from '../core/seal.ts';
import type { Comment, Snapshot } from '../core/snapshot.ts';
import type { RawBareIncident, RawRevisions, RawSaid } from './incident-answer.ts';
import { personOf } from './person-of.ts';
import { isOurs, readThread } from './read-thread.ts';

/** What was seen of an incident's thread so far. */
export interface SeenThread {
  readonly issue: RawBareIncident;
  readonly said: readonly RawSaid[];
  /** Where the comments go on; null: all were seen. */
  readonly after: string | null;
  readonly more: boolean;
  /** Revisions of comments, by the comment's node id; those asked for only. */
  readonly revisions: ReadonlyMap<string, RawRevisions>;
  /** When the issue was transferred last (ISO UTC); null: never; undefined: not asked. */
  readonly transferredAt: string | null | undefined;
}

/**
 * `damaged`: it holds no record that can be read. `not-proved`: the proof is none of our key's. `edited`: somebody else edited it last, and
 * no text of its own app is left. `of-another-issue`: it was copied. `part-missing`: a continuation of its record is gone.
 */
export type BrokenCard = 'damaged' | 'not-proved' | 'edited' | 'of-another-issue' | 'part-missing' | 'another-app';

/** `empty`: the first look at it was not finished. `two`: two different bots have one; the older is taken. */
export type CardFound =
  | { readonly kind: 'record'; readonly entries: Memory['entries']; readonly two: boolean }
  | { readonly kind: 'none' }
  | { readonly kind: 'broken'; readonly what: BrokenCard }
  /** Not known yet: more comments, or these comments' revisions. */
  | { readonly kind: 'comments' }
  | { readonly kind: 'revisions'; readonly of: readonly string[] };

/** Who may have written a card, and how it is proved. */
export interface Believing {
  /** Login of the app (`app:` of the config); null: any one bot. */
  readonly app: string | null;
  /** Null: unproved. */
  readonly seal: Seal | null;
}

/**
 * The record of an incident. A person's card is none; a bot's is believed where that bot wrote its text last (decision 10). Two
 * bots' cards are noticed where both were seen (unless one took over from the other): comments after the first few are not asked for because of that.
 */
export function cardOf(thread: SeenThread, { app, seal }: Believing): CardFound {
  const bots = thread.said.filter((said) => personOf(said.author)?.bot);
  const ours = bots.filter(({ author }) => app === null || isOurs({ viewerDidAuthor: false }, personOf(author), app));
  const cards = ours.filter((said) => ownTexts(said, thread).some(holdsCardLedger));
  const [card] = cards;
  if (!card) {
    const edited = unknownRevisions(ours, thread);
    if (thread.more) return { kind: 'comments' };
    if (edited.length > 0) return { kind: 'revisions', of: edited };
    if (ours.some(({ body, editor }) => holdsCardLedger(body) && editor !== null))
      return { kind: 'broken', what: 'edited' };
    return bots.some(({ body }) => holdsCardLedger(body)) ? { kind: 'broken', what: 'another-app' } : { kind: 'none' };
  }
  const others = cards.filter(({ author }) => author?.id !== card.author?.id);
  const heir = others.find(({ author }) => tookOver(lookBy(thread, personOf(author) as Person), seal));
  const by = personOf((heir ?? card).author) as Person;
  return recordOf(thread, by, seal, others.length > 0 && !heir);
}

/** Whether its record goes on from another Sitrep's. */
function tookOver(look: ReturnType<typeof lookBy>, seal: Seal | null): boolean {
  return recall(look, seal).entries.some(({ fact }) => fact?.kind === 'adopted');
}

function recordOf(thread: SeenThread, author: Person, seal: Seal | null, two: boolean): CardFound {
  const look = lookBy(thread, author);
  const memory = recall(look, seal);
  const isWhole = memory.entries.length > 0 && memory.lostUntil === null;
  if (isWhole) return { kind: 'record', entries: memory.entries, two };
  if (thread.more || thread.transferredAt === undefined) return { kind: 'comments' };
  const edited = unknownRevisions(
    thread.said.filter((said) => said.author?.id === author.id),
    thread,
  );
  if (edited.length > 0) return { kind: 'revisions', of: edited };
  return { kind: 'broken', what: memory.entries.length > 0 ? 'part-missing' : reasonFor(look, seal) };
}

/** Why nothing of a card's ledger could be believed. */
function reasonFor(look: ReturnType<typeof lookBy>, seal: Seal | null): BrokenCard {
  if (seal && recall(look, null).entries.length > 0) return 'not-proved';
  const anywhere = { ...look, thread: [...look.thread, transferred('9999-12-31T23:59:59Z')] };
  return recall(anywhere, seal).entries.length > 0 ? 'of-another-issue' : 'damaged';
}

/** The thread as its app would see it, as far as its memory goes. */
function lookBy({ issue, said, revisions, transferredAt }: SeenThread, viewer: Person) {
  const items = said.map((one) => ({
    ...({ ...one, __typename: 'IssueComment', viewerDidAuthor: false, isMinimized: false } as const),
    ...{ authorAssociation: 'NONE', reactions: { nodes: [] }, reactionGroups: null },
    userContentEdits: revisions.get(one.id)?.userContentEdits ?? null,
    firstEdit: revisions.get(one.id)?.firstEdit ?? null,
  }));
  const comments = readThread(items, { viewer, app: viewer.login, repository: '' }) as readonly Comment[];
  const own = comments.map((comment) => ({ ...comment, mine: comment.by?.id === viewer.id }));
  const thread: Snapshot['thread'] = transferredAt ? [...own, transferred(transferredAt)] : own;
  return { issue: { id: issue.id }, viewer, thread };
}

function transferred(at: string): Snapshot['thread'][number] {
  return { kind: 'transferred', id: 'transferred', at, by: null };
}

/** What its author wrote last: the body where nobody else edited it, else its own revisions as far as they are known. */
function ownTexts(said: RawSaid, { revisions }: SeenThread): readonly string[] {
  if (!isEditedByAnother(said)) return [said.body];
  const known = revisions.get(said.id);
  const edits = [...(known?.userContentEdits?.nodes ?? []), ...(known?.firstEdit?.nodes ?? [])];
  return edits.flatMap((edit) => (edit?.diff && edit.editor?.id === said.author?.id ? [edit.diff] : []));
}

function unknownRevisions(said: readonly RawSaid[], { revisions }: SeenThread): readonly string[] {
  return said.flatMap((one) => (isEditedByAnother(one) && !revisions.has(one.id) ? [one.id] : []));
}

/** An editor that GitHub does not name is an account that is gone: nobody of ours. */
function isEditedByAnother({ lastEditedAt, editor, author }: RawSaid): boolean {
  return lastEditedAt !== null && editor?.id !== author?.id;
}
