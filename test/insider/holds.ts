// What holds of a history, whatever the insider did: no forged fact, no stopped clock, every interference named, the honest record whole.
import { commentOf, type Entry } from '../../src/core/entry.ts';
import { replay } from '../../src/core/replay.ts';
import { takenOut } from '../../src/core/taken-out.ts';
import { home, ours } from '../scenario/stage.ts';
import type { History } from './history.ts';
import { insider, people } from './honest-words.ts';

/** @throws when a history is not what the same one is without the insider */
export function holds(history: History, without: History): void {
  sameRecord(history, without);
  sameClocks(history, without);
  everyActNamed(history);
}

/** Nobody honest has said anything but what they said, and all of it is on record but what was destroyed before it was heard anew. */
function sameRecord(history: History, without: History): void {
  const heard = honest(history);
  const expected = honest(without).filter((one) => !isLost(one, history));
  // What is inferred from the first act of all can only be as old as the first one that is left.
  const ack = (one: Told) => history.losses > 0 && one.entry.inferred === true;
  const forged = heard.filter((one) => !ack(one) && !expected.some((other) => alike(one, other)));
  const missing = expected.filter((one) => !ack(one) && !heard.some((other) => alike(other, one)));
  if (forged.length > 0)
    throw new Error(`forged: ${JSON.stringify(forged, null, 1)}\nof ${JSON.stringify(expected, null, 1)}`);
  if (missing.length > 0)
    throw new Error(`missing: ${JSON.stringify(missing, null, 1)}\nin ${JSON.stringify(heard, null, 1)}`);
}

interface Told {
  /** Which of the honest words it was said in; null: in the report. */
  readonly word: number | null;
  readonly entry: Omit<Entry, 'source' | 'order' | 'rebuilt'>;
}

/** What honest people said, by the number of their word, without what differs by ids alone. */
function honest({ entries, said }: History): readonly Told[] {
  return entries.flatMap(({ source, order: _order, rebuilt: _rebuilt, ...entry }): readonly Told[] => {
    if (!entry.by || entry.by.login === insider || !Object.hasOwn(people, entry.by.login)) return [];
    const comment = commentOf({ source, order: 0, ...entry });
    return [{ word: comment === null ? null : said.indexOf(comment), entry }];
  });
}

function isLost({ word }: Told, { said, lost }: History): boolean {
  return word !== null && lost.has(said[word] ?? '');
}

function alike(one: Told, other: Told): boolean {
  return one.word === other.word && isSaid(one.entry, other.entry);
}

/** Whether a value is the other one, but for words of a comment that was deleted: those are taken out of the record. */
function isSaid(is: unknown, was: unknown): boolean {
  if (is === takenOut || (Array.isArray(is) && is.includes(takenOut))) return true;
  if (typeof is !== 'object' || typeof was !== 'object' || is === null || was === null) return is === was;
  const keys = new Set([...Object.keys(is), ...Object.keys(was)]);
  return [...keys].every((key) => isSaid((is as Record<string, unknown>)[key], (was as Record<string, unknown>)[key]));
}

/** Milestones, level, status, roles and what becomes due are those of the run without him, minus what was destroyed. */
function sameClocks(history: History, without: History): void {
  const kept = without.entries.filter((entry) => {
    const comment = commentOf(entry);
    return comment === null || !history.lost.has(history.said[without.said.indexOf(comment)] ?? '');
  });
  const expected = replay(kept, without.glasses.handbookOf(without.entries));
  if (!expected) throw new Error('the history without him has no incident');
  for (const what of [
    'severity',
    'status',
    'milestones',
    'tenures',
    'ticks',
    'services',
    'situation',
    'update',
    'closed',
  ] as const) {
    const [is, was] = [history.incident[what], expected[what]].map((value) => bare(what, value, history));
    if (!isSaid(is, was)) throw new Error(`${what} is\n${JSON.stringify(is)}\nnot\n${JSON.stringify(was)}`);
  }
  if (history.nextAt !== without.nextAt && history.lost.size === 0)
    throw new Error(`due ${history.nextAt}, not ${without.nextAt}`);
}

/** Without the names of sources, which hold ids; and where memory was lost without what is inferred from the first act of all. */
function bare(what: string, value: unknown, { losses }: History): unknown {
  const plain: unknown = JSON.parse(
    JSON.stringify(value, (key, inner) => (key === 'source' ? undefined : inner)) ?? 'null',
  );
  if (what !== 'milestones' || losses === 0) return plain;
  const { acknowledged: _acknowledged, ...others } = plain as Record<string, unknown>;
  return others;
}

/** Each edit of a comment of ours that still stands, and each deletion of one, is on record with his name, and was said once. */
function everyActNamed({ stage, entries, spoken }: History): void {
  const issue = stage.issue({ ...home, number: 1 });
  const { app } = stage.world.state;
  const named = entries.flatMap(({ fact, by, saidAt }) =>
    fact?.kind === 'interference' ? [{ what: fact.what, by, saidAt }] : [],
  );
  const edits = ours(stage, issue).flatMap(({ comment }) =>
    comment.revisions.flatMap(({ editor, editedAt, body }, index) => {
      const ticks = unticked(comment.revisions[index - 1]?.body ?? '') === unticked(body);
      return editor?.login === insider && !ticks ? [editedAt] : [];
    }),
  );
  const deletions = issue.timeline.flatMap((item) =>
    item.kind === 'CommentDeletedEvent' && item.deletedCommentAuthor === app && item.actor !== app
      ? [item.createdAt]
      : [],
  );
  for (const at of [...edits, ...deletions]) {
    if (!named.some(({ by, saidAt }) => by?.login === insider && saidAt === at))
      throw new Error(`what he did at ${at} is not named`);
  }
  const words = spoken.join('\n');
  for (const [what, sentence] of Object.entries(sentences)) {
    if (named.some((one) => one.what === what) && !words.includes(sentence))
      throw new Error(`"${sentence}" was never said`);
  }
  const hidden = ours(stage, issue).filter(
    ({ key, comment }) => (key === 'card' || key === 'checklist') && comment.minimizedReason,
  );
  for (const { key } of hidden) {
    if (!named.some(({ what }) => what === `${key}-hidden`)) throw new Error(`that the ${key} is hidden is not named`);
  }
}

function unticked(body: string): string {
  return body.replaceAll('[x]', '[ ]');
}

const sentences = {
  'card-edited': `${insider} edited the status card`,
  'card-deleted': `${insider} deleted the status card`,
  'words-edited': `${insider} edited words of mine`,
};
