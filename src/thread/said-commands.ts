// The commands in people's comments as utterances: who said each, when, and the name under which it is heard once.

import { shortHash } from '../core/entry.ts';
import type { Handbook } from '../core/handbook.ts';
import type { Person } from '../core/person.ts';
import type { Comment, Snapshot } from '../core/snapshot.ts';
import { firstLine, type PlacedCommand, placedCommands } from './commands.ts';
import { mayHoldCommand } from './mentions.ts';
import type { SaidCommand } from './utterance.ts';

/** Words whose text is prose: mending it is not a second command. */
export const freeTextWords: ReadonlySet<string> = new Set([
  'note',
  'decision',
  'hypothesis',
  'ruled-out',
  'todo',
  'follow-up',
  'update',
  'timeline',
  'impact',
  'workaround',
  'summary',
  'task',
  'draft',
]);

/**
 * All commands of the thread's comments, in GitHub's order. Ours, hidden ones and those of bots that nobody invited are not read.
 * @param lostUntil what was said up to then had been heard, and the record of it is lost: what stood there first counts as well
 */
export function saidCommands(snapshot: Snapshot, handbook: Handbook, lostUntil: string | null): readonly SaidCommand[] {
  let above: Comment | null = null;
  return snapshot.thread.flatMap((item, index) => {
    if (item.kind !== 'comment' || item.mine || item.minimised) return [];
    const lost = lostUntil !== null && item.at <= lostUntil;
    const said = commandsOf(item, { index, above, lost }).filter(({ by }) => mayCommand(by, handbook));
    if (!isOnlyCommands(item.body)) above = item;
    return said;
  });
}

/** More commands than this in one comment are a flood or a mistake: the rest is refused as one. */
export const mostCommands = 40;

/** A comment of nothing but commands is no remark that a bare `/note` could mean. */
function isOnlyCommands(body: string): boolean {
  const lines = body.split(/\r?\n/).filter((line) => line.trim() !== '');
  return lines.length > 0 && lines.every((line) => /^\s{0,3}\//.test(line));
}

/** Whether an account's commands are heard at all: everybody's, and those of bots in the handbook's `reporters`. */
export function mayCommand(person: Person | null, handbook: Handbook): boolean {
  if (!person?.bot) return true;
  return handbook.reporters.some(
    (login) => login.replace(/\[bot\]$/i, '').toLowerCase() === person.login.toLowerCase(),
  );
}

interface Spoken {
  readonly by: Person | null;
  readonly at: string;
  readonly text: string;
  /** The edit that gave the command the text it has now, if any did. */
  readonly mended?: { readonly by: Person | null; readonly at: string };
}

interface Placed {
  readonly index: number;
  readonly above: Comment | null;
  /** It was heard, and we do not know any more as what. */
  readonly lost: boolean;
}

function commandsOf(comment: Comment, { index, above, lost }: Placed): readonly SaidCommand[] {
  const first = lost ? firstSaid(comment) : new Map<string, Said>();
  if (!mayHoldCommand(comment.body) && first.size === 0) return [];
  const commands = [...new Map([...nowSaid(comment), ...first])];
  return commands.slice(0, mostCommands + 1).map(([identity, { line, row, spoken }], place) => {
    const { by, at, mended } = spoken;
    const sourceOf = (name: string) => `comment:${comment.number}:${shortHash(name)}`;
    const order = index * 1_000 + Math.min(row, 999);
    const said = { kind: 'command', source: sourceOf(identity), by, at, order, line, comment, above } as const;
    if (place === mostCommands) return { ...said, surplus: commands.length - mostCommands };
    return mended ? { ...said, mended: { ...mended, source: sourceOf(`${identity}\n${line.text}`) } } : said;
  });
}

interface Said extends PlacedCommand {
  readonly spoken: Spoken;
}

/** What stands in a comment now. */
function nowSaid(comment: Comment): ReadonlyMap<string, Said> {
  const speakers = speakersOf(comment);
  const commands = [...identified(comment.body)];
  return new Map(
    commands.map(([identity, command]) => [identity, { ...command, spoken: speakers.get(identity)! }] as const),
  );
}

/** What its author wrote first, before anybody edited it. */
function firstSaid({ by, at, revisions }: Comment): ReadonlyMap<string, Said> {
  const commands = [...identified(revisions[0]?.body ?? '')];
  return new Map(
    commands.map(([identity, command]) => [identity, { ...command, spoken: { by, at, text: command.line.text } }]),
  );
}

/**
 * Who first said what now stands in a comment: its author what stood there from the start, an editor what an edit brought.
 * An author who mends the words of an own note said it when it was first there; another's words are never put into an author's mouth.
 */
function speakersOf(comment: Comment): ReadonlyMap<string, Spoken> {
  let speakers: ReadonlyMap<string, Spoken> = new Map();
  for (const version of versionsOf(comment)) {
    const now = new Map<string, Spoken>();
    for (const [identity, { line }] of identified(version.body)) {
      now.set(identity, spokenNow(speakers.get(identity), line.text, version));
    }
    speakers = now;
  }
  return speakers;
}

function spokenNow(before: Spoken | undefined, text: string, { by, at }: Version): Spoken {
  if (before?.text === text) return before;
  if (!before) return { by, at, text };
  const own = before.by !== null && before.by.id === by?.id;
  return { by, at: own ? before.at : at, text, mended: { by, at } };
}

interface Version {
  readonly by: Person | null;
  readonly at: string;
  readonly body: string;
}

function versionsOf(comment: Comment): readonly Version[] {
  const [first, ...edits] = comment.revisions;
  const latest = { ...lastEdit(comment), body: comment.body };
  if (!first) return [latest];
  const versions = [{ by: comment.by, at: comment.at, body: first.body }, ...edits];
  return versions.at(-1)?.body === comment.body ? versions : [...versions, latest];
}

function lastEdit(comment: Comment): { readonly by: Person | null; readonly at: string } {
  return comment.editedAt === null ? comment : { by: comment.editor, at: comment.editedAt };
}

/** The commands of a body by what makes each the same command after an edit; the k-th repetition bears `#k`. */
function identified(body: string): ReadonlyMap<string, PlacedCommand> {
  const commands = new Map<string, PlacedCommand>();
  const counts = new Map<string, number>();
  for (const command of placedCommands(body)) {
    const identity = identityOf(command);
    const count = (counts.get(identity) ?? 0) + 1;
    counts.set(identity, count);
    commands.set(`${identity}#${count}`, command);
  }
  return commands;
}

function identityOf({ line }: PlacedCommand): string {
  const fenced = line.inOpenFence ? ':open-fence' : '';
  if (freeTextWords.has(line.word)) return `${line.word}${line.text === '' ? ':empty' : ''}${fenced}`;
  return `${line.word} ${firstLine(line.text).replace(/\s+/g, ' ').toLowerCase()}${fenced}`;
}
