// Whose standing a look needs: everybody who may have said something that is not heard yet. A superset, found without grammar.
import { keyOf } from '../core/marker.ts';
import { type Person, same } from '../core/person.ts';
import type { Comment, IssueEvent, Snapshot } from '../core/snapshot.ts';
import type { Wanted } from './standing.ts';

type Item = Comment | IssueEvent;
type Look = Pick<Snapshot, 'issue' | 'pulls' | 'thread' | 'viewer'>;

/** A name for an item as it stands: a comment that was edited, hidden or got a 🚀 since has another one. */
export function itemName(item: Item): string {
  if (item.kind !== 'comment') return item.id;
  const rockets = item.reactions.filter((reaction) => reaction.content === 'ROCKET').map((reaction) => reaction.id);
  const { id, editedAt, editor, minimised, revisions } = item;
  // Two edits of one second have one time: the newest revision tells them apart.
  const edit = [editedAt ?? '', editor?.id ?? '', revisions.at(-1)?.id ?? ''];
  return [id, ...edit, minimised ? 'hidden' : '', ...rockets].join(' ');
}

/**
 * People whose standing must be known: of items whose names are not among the settled ones, or of all items where our card
 * is missing or somebody else wrote in it (then everything may be heard again).
 * @param settled names of items that this process has seen heard.
 */
export function speakers(look: Look, settled: ReadonlySet<string>): readonly Wanted[] {
  const trusted = cardStands(look);
  const items = look.thread.filter((item) => !trusted || !settled.has(itemName(item)));
  const people = [
    ...items.flatMap((item) => peopleOf(item, look.viewer)),
    ...(trusted && settled.size > 0 ? [] : [look.issue.by]),
    ...look.pulls.filter((pull) => pull.mine).map((pull) => pull.mergedBy),
  ];
  const wanted = new Map<string, Wanted>();
  for (const login of items.flatMap(loginsOn)) wanted.set(login.toLowerCase(), { login, person: null });
  for (const person of people) {
    if (person && !same(person, look.viewer)) wanted.set(person.login.toLowerCase(), { login: person.login, person });
  }
  return [...wanted.values()];
}

function cardStands({ thread, viewer }: Look): boolean {
  return thread.some(
    (item) =>
      item.kind === 'comment' &&
      item.mine &&
      keyOf(item.body) === 'card' &&
      (item.editedAt === null || same(item.editor, viewer)),
  );
}

function peopleOf(item: Item, viewer: Person): readonly (Person | null)[] {
  if (item.kind === 'comment') return item.mine ? editorsOf(item) : [...saying(item), ...rocketeers(item)];
  if (same(item.by, viewer)) return [];
  return item.kind === 'assigned' || item.kind === 'unassigned' ? [item.by, item.who] : [item.by];
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

function commandLines(comment: Comment): readonly string[] {
  const texts = [comment.body, ...comment.revisions.map((revision) => revision.body)];
  return texts.flatMap((text) => text.split(/\r?\n/)).filter((line) => /^\s*\//.test(line));
}

/** Logins written `@so` on command lines; `@org/team` is no login. GitHub's logins have at most 39 characters. */
function loginsOn(item: Item): readonly string[] {
  if (item.kind !== 'comment' || item.mine) return [];
  return commandLines(item).flatMap((line) =>
    [...line.matchAll(/@([a-z\d](?:[a-z\d-]{0,38}))(?![\w/-])/gi)].map((match) => match[1] ?? ''),
  );
}
