// `/type`: what kind of matter it is. Alone it asks for the types.
import { type Handbook, typeOf } from '../core/handbook.ts';
import { ask } from './ask.ts';
import { accept, type Command, type Judgement, refuse } from './command.ts';
import { cut } from './cut.ts';
import { clauses } from './grammar.ts';
import { happened } from './happened.ts';
import { meant, named } from './named.ts';
import { reasoned } from './reasoned.ts';
import { lacksRight } from './rights.ts';

export const type: Command = {
  name: 'type',
  aliases: ['classify'],
  usage: '/type [type] [because …]',
  does: 'Says what kind of matter it is; alone it lists the kinds.',
  who: 'responder',
  examples: ['/type', '/type incident', '/type incident because customers cannot pay'],
  free: false,
  rightInText: true,
  judge(said, room) {
    const { words, at, because } = clauses(said.text);
    if (words.length === 0) return ask('type', '', room);
    const lacking = lacksRight(type, room);
    if (lacking) return refuse(lacking);
    const { incident, handbook } = room;
    const kind = named(handbook.types, words.join(' '));
    if (!kind) return unknown(words.join(' '), handbook);
    if (incident?.type.said && incident.type.current === kind.id) return refuse({ reason: 'same-type', type: kind.id });
    const time = happened(at, said, room);
    if ('refusal' in time) return time;
    return accept({ fact: { ...typeFact(kind.id, handbook), ...reasoned(because) }, ...time });
  },
};

/** The fact of a type; that it is private holds even when the incident moves to a handbook that does not know it. */
export function typeFact(type: string, handbook: Handbook) {
  const secret = typeOf(handbook, type)?.private ? { private: true as const } : {};
  return { kind: 'type', type, ...secret } as const;
}

function unknown(word: string, { types }: Handbook): Judgement {
  const ids = types.map(({ id }) => id);
  return refuse({ reason: 'unknown-type', word: cut(word, 60), meant: meant(types, word), types: ids });
}
