// `/undo`: takes one's own last words back; a lead takes anybody's back, by link.
import { same } from '../core/person.ts';
import { baseOf, commentOf, type Entry, type Fact } from '../core/timeline.ts';
import { accept, type Command, type Judgement, type Room, refuse } from './command.ts';
import { commentNumber } from './comment-named.ts';
import { cut } from './cut.ts';
import { isLead, noRight } from './rights.ts';

export const undo: Command = {
  name: 'undo',
  aliases: [],
  usage: '/undo [link to a comment]',
  does: 'Takes your own last command back; a lead takes back what a linked comment said.',
  who: 'reporter',
  examples: ['/undo', '/undo https://github.com/acme/ops/issues/1#issuecomment-123'],
  free: false,
  judge({ text, by }, room) {
    const open = undoable(room);
    if (text.trim() === '') {
      const last = open.findLast((entry) => same(entry.by, by));
      return takeBack(last ? [baseOf(last.source)] : [], open);
    }
    const number = commentNumber(text);
    if (number === null) return refuse({ reason: 'bad-url', command: 'undo', text: cut(text, 100) });
    const said = open.filter((entry) => commentOf(entry) === number);
    if (said.some((entry) => !same(entry.by, by)) && !isLead(room.speaker, room.incident, room.handbook)) {
      return refuse(noRight('undo', 'lead', room));
    }
    return takeBack([...new Set(said.map((entry) => baseOf(entry.source)))], open);
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

const silent: ReadonlySet<Fact['kind']> = new Set(['undone', 'asked', 'interference', 'config-problem']);

function takeBack(sources: readonly string[], open: readonly Entry[]): Judgement {
  if (sources.length === 0) return refuse({ reason: 'nothing-to-undo' });
  const fixed = open.find(({ source, fact }) => sources.includes(baseOf(source)) && fact && isFixed(fact));
  if (fixed?.fact) return refuse({ reason: 'cannot-undo', what: fixed.fact.kind });
  return accept({ kind: 'undone', sources });
}

/** What `/undo` cannot take back: `/reopen` is for closing (a duplicate's apart), the rest has happened on GitHub. */
function isFixed(fact: Fact): boolean {
  if (fact.kind === 'closed') return fact.reason !== 'duplicate';
  return fact.kind === 'declared' || fact.kind === 'post-mortem-merged';
}
