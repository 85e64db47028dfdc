// Whose standing a look needs first: everybody who may have said something that is not heard yet. A superset, found without grammar.

import type { IssueEvent } from '../core/issue-event.ts';
import { decodeLedger } from '../core/ledger.ts';
import { keyOf } from '../core/marker.ts';
import { type Person, same } from '../core/person.ts';
import { type Comment, commentsOf, type Snapshot } from '../core/snapshot.ts';
import type { Shown, Wanted } from './standing.ts';

type Item = Comment | IssueEvent;
/** What of a look tells whose standing is needed. */
export type Look = Pick<Snapshot, 'issue' | 'pulls' | 'thread' | 'viewer'>;

/**
 * A name for an item as it stands: a comment that was edited, hidden or got a 🚀 since has another one. Of our own comments only what
 * others did counts.
 */
export function itemName(item: Item): string {
  if (item.kind !== 'comment') return item.id;
  const { id, minimised } = item;
  const rockets = item.reactions.filter((reaction) => reaction.content === 'ROCKET').map((reaction) => reaction.id);
  return [id, ...editOf(item), minimised ? 'hidden' : '', ...rockets].join(' ');
}

/** Two edits of one second have one time: the newest revision tells them apart. */
function editOf({ mine, by, editedAt, editor, revisions }: Comment): readonly string[] {
  if (mine) return [revisions.findLast((revision) => !same(revision.by, by))?.id ?? ''];
  return [editedAt ?? '', editor?.id ?? '', revisions.at(-1)?.id ?? ''];
}

/**
 * People whose standing must be known: those of items that may be unheard. Whom they name is asked for later (`targets`): what a
 * stranger writes costs his own standing and nothing more.
 * @param settled names of items that this process has seen heard. @param labels those that say something when they are put on, in lower case
 */
export function speakers(look: Look, settled: ReadonlySet<string>, labels: ReadonlySet<string>): readonly Wanted[] {
  const items = maybeUnheard(look, settled).filter((item) => !isOtherLabel(item, labels));
  const people = [
    ...items.flatMap((item) => peopleOf(item, look.viewer)),
    ...(cardStands(look) && settled.size > 0 ? [] : [look.issue.by]),
    ...reportEditors(look),
    ...look.pulls.filter((pull) => pull.mine).map((pull) => pull.mergedBy),
  ];
  const shown = shownBy(look, items);
  const wanted = new Map<string, Wanted>();
  for (const person of people) {
    if (!person || same(person, look.viewer)) continue;
    wanted.set(person.login.toLowerCase(), { login: person.login, person, shown: shown.get(person.id) });
  }
  return [...wanted.values()];
}

/** What people's rights show in, by their ids. */
function shownBy({ issue, pulls }: Look, items: readonly Item[]): ReadonlyMap<string, Shown> {
  const comments = items.filter((item) => item.kind === 'comment');
  const authors = [
    ...(issue.insider ? [issue.by] : []),
    ...comments.flatMap(({ mine, insider, by }) => (insider && !mine ? [by] : [])),
  ];
  const editors = comments.flatMap((comment) => (comment.mine ? editorsOf(comment) : []));
  const mergers = pulls.flatMap((pull) => (pull.mine && pull.mergedBy ? [pull.mergedBy] : []));
  const ids = (people: readonly (Person | null)[]) => people.flatMap((person) => (person ? [person.id] : []));
  return new Map<string, Shown>([
    ...ids(authors).map((id) => [id, 'belongs'] as const),
    ...ids([...editors, ...mergers]).map((id) => [id, 'writes'] as const),
  ]);
}

/**
 * Items whose names are not among the settled ones, or all items where our card or any of its record is missing, or somebody else
 * wrote in it (then everything may be heard again).
 */
export function maybeUnheard(look: Look, settled: ReadonlySet<string>): readonly Item[] {
  const trusted = cardStands(look);
  return look.thread.filter((item) => !trusted || !settled.has(itemName(item)));
}

/** Who edited the report since we last wrote the card: that it is a private matter may be told there. */
function reportEditors({ issue, thread }: Look): readonly (Person | null)[] {
  const card = thread.find((item) => item.kind === 'comment' && item.mine && keyOf(item.body) === 'card');
  const since = card?.kind === 'comment' ? (card.editedAt ?? card.at) : '';
  return issue.revisions.slice(1).flatMap(({ by, at }) => (at >= since ? [by] : []));
}

/** An empty card is none: it holds nothing of what was heard before it was made. */
function cardStands(look: Look): boolean {
  const ours = commentsOf(look).filter(({ mine }) => mine);
  const records = ours.filter(({ body }) => keyOf(body)?.startsWith('record:'));
  const cards = ours.filter(({ body, editedAt, editor }) => {
    return keyOf(body) === 'card' && (editedAt === null || same(editor, look.viewer));
  });
  const ledgers = cards.flatMap(({ body }) => decodeLedger(body, null, null) ?? []);
  return ledgers.length > 0 && ledgers.every((ledger) => ledger.records <= records.length);
}

function peopleOf(item: Item, viewer: Person): readonly (Person | null)[] {
  if (item.kind === 'comment') return item.mine ? editorsOf(item) : [...saying(item), ...rocketeers(item)];
  if (same(item.by, viewer)) return [];
  return item.kind === 'assigned' || item.kind === 'unassigned' ? [item.by, item.who] : [item.by];
}

/** Whoever may put it on or take it off, it says nothing to us. */
function isOtherLabel(item: Item, labels: ReadonlySet<string>): boolean {
  return (item.kind === 'labeled' || item.kind === 'unlabeled') && !labels.has(item.label.toLowerCase());
}

function saying(comment: Comment): readonly (Person | null)[] {
  return commandLines(comment).length > 0 ? [comment.by, ...editorsOf(comment)] : [];
}

function editorsOf(comment: Comment): readonly (Person | null)[] {
  return [comment.editor, ...comment.revisions.map((revision) => revision.by)];
}

/** Who reacted with 🚀, and who wrote what they reacted to. */
function rocketeers(comment: Comment): readonly (Person | null)[] {
  const by = comment.reactions.filter(({ content }) => content === 'ROCKET').map((reaction) => reaction.by);
  return by.length > 0 ? [...by, comment.by] : [];
}

/** Lines of a comment that may be commands, newest text first. */
export function commandLines(comment: Comment): readonly string[] {
  const texts = [comment.body, ...comment.revisions.map((revision) => revision.body)];
  return texts.flatMap((text) => text.split(/\r?\n/)).filter((line) => /^\s*\//.test(line));
}
