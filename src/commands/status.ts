// `/status`: where the incident stands. Alone it asks for the status and the legal moves.

import { isClosing } from '../core/handbook.ts';
import { ask } from './ask.ts';
import { closing } from './close.ts';
import { accept, type Command, type Judgement, type Room, refuse } from './command.ts';
import { cut } from './cut.ts';
import { hurried } from './early.ts';
import { clauses } from './grammar.ts';
import { happened } from './happened.ts';
import { move } from './move.ts';
import type { Moved } from './moved.ts';
import { meant, named } from './named.ts';
import { reasoned } from './reasoned.ts';
import { lacksRight } from './rights.ts';

export const status: Command = {
  name: 'status',
  aliases: [],
  usage: '/status [status] [at time]',
  does: 'Moves the incident to a status; alone it tells the status, since when, and what may follow.',
  who: 'responder',
  examples: ['/status monitoring', '/status resolved at 11:40', '/status'],
  free: false,
  rightInText: true,
  judge(said, room) {
    const { words, at, because } = clauses(said.text);
    if (words.length === 0) return ask('status', '', room);
    const lacking = lacksRight(status, room);
    if (lacking) return refuse(lacking);
    const time = happened(at, said, room);
    if ('refusal' in time) return time;
    const { word, now } = hurried(words);
    return moveTo(word, room, { ...time, ...reasoned(because), saidAt: said.at, now });
  },
};

/** Moves to the status that a word names; the closing one goes through the gate. Refuses unknown words with what was meant. */
export function moveTo(word: string, room: Room, moved: Moved): Judgement {
  const { incident, handbook } = room;
  if (!incident) return accept();
  const target = named(handbook.statuses, word);
  if (!target) {
    return refuse({
      reason: 'unknown-status',
      word: cut(word, 60),
      meant: meant(handbook.statuses, word),
      statuses: handbook.statuses.map(({ id }) => id),
    });
  }
  return isClosing(target, handbook) ? closing(incident, room, moved) : move(target, incident, room, moved);
}
