// The commands in people's comments as utterances: who said each, when, and the name under which it is heard once.

import { shortHash } from '../core/entry.ts';
import type { Handbook } from '../core/handbook.ts';
import { knownByText } from '../core/known-by-text.ts';
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
    if (!read(item.body).alone) above = item;
    return said;
  });
}

/** More commands than this in one comment are a flood or a mistake: the rest is refused as one. */
export const mostCommands = 40;

/** A comment of nothing but commands is no remark that a bare `/note` could mean. */
function isOnlyCommands(body: string): boolean {
  if (!body.trimStart().startsWith('/')) return false;
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
  const first = lost ? firstSaid(comment) : [];
  const commands = first.length > 0 ? united(nowSaid(comment), first) : nowSaid(comment);
  return commands.slice(0, mostCommands + 1).map(({ identity, name, line, row, spoken }, place) => {
    const { by, at, mended } = spoken;
    const of = `comment:${comment.number}`;
    const order = index * 1_000 + Math.min(row, 999);
    const said = { kind: 'command', source: `${of}:${name}`, by, at, order, line, comment, above } as const;
    if (place === mostCommands) return { ...said, surplus: commands.length - mostCommands };
    if (!mended) return said;
    return { ...said, mended: { ...mended, source: `${of}:${shortHash(`${identity}\n${line.text}`)}` } };
  });
}

interface Said extends Identified {
  readonly spoken: Spoken;
}

/** What stands in a comment now. */
function nowSaid(comment: Comment): readonly Said[] {
  if (comment.revisions.length === 0 && comment.editedAt === null) return said(comment.body, comment);
  const speakers = speakersOf(comment);
  return read(comment.body).commands.map((command) => ({ ...command, spoken: speakers.get(command.identity)! }));
}

/** What its author wrote first, before anybody edited it. */
function firstSaid({ by, at, revisions }: Comment): readonly Said[] {
  return said(revisions[0]?.body ?? '', { by, at });
}

/** All of it said by one person. */
function said(body: string, { by, at }: Pick<Spoken, 'by' | 'at'>): readonly Said[] {
  return read(body).commands.map(({ identity, name, line, row }) => {
    return { identity, name, line, row, spoken: { by, at, text: line.text } };
  });
}

/** Each once, in the place of the one and in the words of the other. */
function united(one: readonly Said[], other: readonly Said[]): readonly Said[] {
  return [...new Map([...one, ...other].map((command) => [command.identity, command] as const)).values()];
}

/**
 * Who first said what now stands in a comment: its author what stood there from the start, an editor what an edit brought.
 * An author who mends the words of an own note said it when it was first there; another's words are never put into an author's mouth.
 */
function speakersOf(comment: Comment): ReadonlyMap<string, Spoken> {
  let speakers: ReadonlyMap<string, Spoken> = new Map();
  for (const version of versionsOf(comment)) {
    const now = new Map<string, Spoken>();
    for (const { identity, line } of read(version.body).commands) {
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

interface Identified extends PlacedCommand {
  /** What makes it the same command after an edit; the k-th repetition bears `#k`. */
  readonly identity: string;
  /** The same, short. */
  readonly name: string;
}

interface Read {
  readonly commands: readonly Identified[];
  /** Nothing else stands there. */
  readonly alone: boolean;
}

/** A body, read once for all looks that show it. */
const read = knownByText((body): Read => {
  return { commands: mayHoldCommand(body) ? identified(body) : [], alone: isOnlyCommands(body) };
});

function identified(body: string): readonly Identified[] {
  const counts = new Map<string, number>();
  return placedCommands(body).map((command) => {
    const same = identityOf(command);
    const count = (counts.get(same) ?? 0) + 1;
    counts.set(same, count);
    const identity = `${same}#${count}`;
    return { ...command, identity, name: shortHash(identity) };
  });
}

function identityOf({ line }: PlacedCommand): string {
  const fenced = line.inOpenFence ? ':open-fence' : '';
  if (freeTextWords.has(line.word)) return `${line.word}${line.text === '' ? ':empty' : ''}${fenced}`;
  return `${line.word} ${firstLine(line.text).replace(/\s+/g, ' ').toLowerCase()}${fenced}`;
}
