// `/undo`: takes one's own last words back; a lead takes anybody's back, by link.

import { baseOf, commentOf, type Entry } from '../core/entry.ts';
import { isResolved } from '../core/gate.ts';
import { same } from '../core/person.ts';
import type { Fact } from '../core/timeline.ts';
import { accept, type Command, type Judgement, type Room, refuse } from './command.ts';
import { commentNumber } from './comment-named.ts';
import { cut } from './cut.ts';
import { isLead, noRight } from './rights.ts';
import { undoneLevel } from './undone-level.ts';

export const undo: Command = {
  name: 'undo',
  aliases: [],
  usage: '/undo [link to a comment]',
  does: 'Takes your own last command back; a lead takes back what a linked comment said.',
  who: 'reporter',
  examples: ['/undo', '/undo https://github.com/acme/ops/issues/1#issuecomment-123'],
  free: false,
  judge({ text, by, at }, room) {
    const open = undoable(room);
    if (text.trim() === '') {
      const last = open.findLast((entry) => same(entry.by, by));
      return takeBack(last ? [baseOf(last.source)] : [], { open, at }, room);
    }
    const number = commentNumber(text);
    if (number === null) return refuse({ reason: 'bad-url', command: 'undo', text: cut(text, 100) });
    const said = open.filter((entry) => commentOf(entry) === number);
    if (said.some((entry) => !same(entry.by, by)) && !isLead(room.speaker, room.incident, room.handbook)) {
      return refuse(noRight('undo', 'lead', room));
    }
    return takeBack([...new Set(said.map((entry) => baseOf(entry.source)))], { open, at }, room);
  },
};

/** What was accepted in words or by hand, is more than a question, and was not taken back yet. */
function undoable({ entries }: Room): readonly Entry[] {
  const gone = new Set(entries.flatMap(({ fact }) => (fact?.kind === 'undone' ? fact.sources.map(baseOf) : [])));
  return entries.filter(
    ({ fact, source, inferred }) =>
      fact && !inferred && !gone.has(baseOf(source)) && !/^(?:form|github:)/.test(source) && !silent.has(fact.kind),
  );
}

const silent: ReadonlySet<Fact['kind']> = new Set([
  'undone',
  'asked',
  'interference',
  'config-problem',
  'wish-lapsed',
  'overdue',
  'spoke',
]);

/** Once resolved the severity is the post-mortem's: only a lead changes it back. */
function isLate({ incident, handbook }: Room): boolean {
  return incident !== null && isResolved(incident, handbook);
}

/** `open`: what can be taken back; `at`: when that is said, ISO UTC. */
interface Moment {
  readonly open: readonly Entry[];
  readonly at: string;
}

function takeBack(sources: readonly string[], { open, at }: Moment, room: Room): Judgement {
  if (sources.length === 0) return refuse({ reason: 'nothing-to-undo' });
  const left = open.find(({ source, fact }) => sources.includes(baseOf(source)) && fact && hasLeft(fact, room));
  if (left?.fact && 'draft' in left.fact) return refuse({ reason: 'left-the-house', draft: left.fact.draft });
  const fixed = open.find(({ source, fact }) => sources.includes(baseOf(source)) && fact && isFixed(fact));
  if (fixed?.fact) return refuse({ reason: 'cannot-undo', what: fixed.fact.kind, ...mentionedBy(fixed.fact) });
  const taken = open.filter(({ source }) => sources.includes(baseOf(source)));
  const severity = taken.some(({ fact }) => fact?.kind === 'severity');
  if (severity && isLate(room) && !isLead(room.speaker, room.incident, room.handbook)) {
    return refuse(noRight('undo', 'lead', room));
  }
  const lowering = undoneLevel(taken, open, at, room);
  if (lowering) return refuse(lowering);
  const what = [...new Set(taken.flatMap(({ fact }) => (fact ? [wordsOf(fact)] : [])))].join(', ');
  return accept({ kind: 'undone', sources, what: cut(what, 100) });
}

/** What was published was read by people whom nothing here reaches; nor can its drafting or approval be unsaid any more. */
function hasLeft(fact: Fact, { incident }: Room): boolean {
  if (fact.kind !== 'published' && fact.kind !== 'drafted' && fact.kind !== 'approved') return false;
  return incident?.drafts.some(({ number, published }) => number === fact.draft && published !== null) ?? false;
}

/** Whoever reads it knows whom to tell that they need not come. */
function mentionedBy(fact: Fact): { readonly people?: readonly string[] } {
  return fact.kind === 'paged' ? { people: fact.people } : {};
}

/** The command that a fact stands for, short enough to be read in a timeline. */
function wordsOf(fact: Fact): string {
  if (fact.kind === 'role') return `/role ${fact.role}`;
  if (fact.kind === 'status' || fact.kind === 'wish') return `/status ${fact.status}`;
  if (fact.kind === 'severity') return `/severity ${fact.severity}`;
  if (fact.kind === 'type') return `/type ${fact.type}`;
  if (fact.kind === 'note') return `/${fact.note}`;
  if (fact.kind === 'situation') return `/${fact.field}`;
  if (fact.kind === 'reported') return `/${fact.field === 'users-affected' ? 'users' : fact.field}`;
  if (fact.kind === 'milestone') return fact.milestone === 'acknowledged' ? '/ack' : `/${fact.milestone}`;
  if (fact.kind === 'answered') return '/ack';
  if (fact.kind === 'joined') return '/join';
  if (fact.kind === 'drafted') return `/draft ${fact.template}`;
  if (fact.kind === 'approved') return `/approve draft ${fact.draft}`;
  if (fact.kind === 'called-task') return `/task ${fact.task} ${fact.how}`;
  return fact.kind === 'ticked' ? `/${fact.done ? 'done' : 'undone'} ${fact.item}` : `/${fact.kind}`;
}

/** What `/undo` cannot take back: `/reopen` is for closing (a duplicate's apart), the rest has happened on GitHub. */
function isFixed(fact: Fact): boolean {
  if (fact.kind === 'closed') return fact.reason !== 'duplicate';
  return (
    fact.kind === 'declared' ||
    fact.kind === 'handbook' ||
    fact.kind === 'post-mortem-merged' ||
    fact.kind === 'retracted' ||
    fact.kind === 'paged' ||
    fact.kind === 'redacted'
  );
}
