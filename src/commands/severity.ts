// `/severity`: how bad it is, and with a type before it (`IN-3`) what it is. Alone it asks for the levels.
import type { Handbook } from '../core/handbook.ts';
import { ask } from './ask.ts';
import { carryingOver, comingBack } from './carry-over.ts';
import { accept, type Command, type Judgement, type Room, refuse, type Said, type Stated } from './command.ts';
import { cut } from './cut.ts';
import { clauses } from './grammar.ts';
import { happened } from './happened.ts';
import { levelRefusal } from './level-change.ts';
import { maySayLevel } from './level-right.ts';
import { meant } from './named.ts';
import { reasoned } from './reasoned.ts';
import { lacksRight } from './rights.ts';
import { type } from './type.ts';
import { type TypeAndLevel, typeAndLevel } from './type-and-level.ts';

export const severity: Command = {
  name: 'severity',
  aliases: ['sev', 'priority'],
  usage: '/severity [level] [at time] [because …]',
  does: 'Sets the severity; alone it lists the levels with their criteria.',
  who: 'responder',
  examples: ['/severity sev-1', '/severity 2 because checkout works again', '/severity'],
  free: false,
  rightInText: true,
  judge(said, room) {
    const { words, at, because } = clauses(said.text);
    if (words.length === 0) return ask('severity', '', room);
    const lacking = lacksRight(severity, room);
    if (lacking) return refuse(lacking);
    const found = typeAndLevel(words.join(' '), room.handbook);
    if (!found) return unknown(words.join(' '), room.handbook);
    const called = found.type ? calling(found.type.id, said, room) : accept();
    if ('refusal' in called) return called;
    const refusal = levelRefusal(found.level, said.at, room);
    if (refusal && (refusal.reason !== 'same-severity' || called.facts.length === 0)) return refuse(refusal);
    const time = happened(at, said, room);
    if ('refusal' in time) return time;
    const level = refusal ? [] : changing(found, because, room);
    return { facts: [...called.facts, ...level].map((stated) => ({ ...stated, ...time })) };
  },
};

/** The type that stands before the level; nothing where that was said already. */
function calling(id: string, said: Said, room: Room): Judgement {
  const judgement = type.judge({ ...said, text: id }, room);
  return 'refusal' in judgement && judgement.refusal.reason === 'same-type' ? accept() : judgement;
}

/** The level, and what follows from it: an end or a way back where it is none or one again. */
function changing({ level, type: kind }: TypeAndLevel, because: string | null, room: Room): readonly Stated[] {
  const { incident, handbook } = room;
  const theirs = maySayLevel(level, room);
  const assumed = theirs ? {} : { assumed: true as const };
  const ends =
    theirs && incident && !incident.closed ? carryingOver(level, kind?.id ?? incident.type.current, handbook) : [];
  return [
    { fact: { kind: 'severity', severity: level.id, ...assumed, ...reasoned(because) } },
    ...ends.map((fact) => ({ fact })),
    ...(incident ? comingBack(level, incident, handbook) : []),
  ];
}

function unknown(word: string, { severities }: Handbook): Judgement {
  return refuse({
    reason: 'unknown-severity',
    word: cut(word, 60),
    meant: meant(severities, word),
    severities: severities.map(({ id }) => id),
  });
}
