// `/escalate`: calls the next level of the ladder, with what is known, and asks whether the incident becomes theirs.

import { climb, levelsLeft, pageOf } from '../clocks/ladder.ts';
import type { EscalationLevel } from '../core/duty.ts';
import type { Handbook } from '../core/handbook.ts';
import type { Incident } from '../core/incident.ts';
import { isStep } from '../core/page-fact.ts';
import { mostMentioned } from '../oncall/reach.ts';
import { accept, type Command, type Room, refuse } from './command.ts';
import { cut } from './cut.ts';
import { clauses } from './grammar.ts';
import { meant, misspelt, named } from './named.ts';
import { isAgain, roomLeft } from './paged-lately.ts';
import { reasoned } from './reasoned.ts';

export const escalate: Command = {
  name: 'escalate',
  aliases: [],
  usage: '/escalate [level] [because …]',
  does: "Calls the next level of the handbook's ladder (or the one that is named) with ten lines on how it stands. Nothing rings.",
  who: 'responder',
  examples: ['/escalate because nobody here knows the database', '/escalate management'],
  free: false,
  judge(said, room) {
    const { incident, handbook } = room;
    if (!incident) return accept();
    const { words, because } = clauses(said.text);
    const { levels, reason, named: level } = whichLevels(words, incident, room);
    const unknown = level === null ? unknownLevel(words, handbook) : null;
    if (unknown) return refuse({ reason: 'unknown-level', ...unknown });
    if (isAgain((fact) => isStep(fact) && (level === null || fact.levels?.includes(level) === true), said, room))
      return accept();
    const most = roomLeft(said, room);
    if (most <= 0) return refuse({ reason: 'enough-paged', most: mostMentioned });
    if (levels.length === 0) return refuse({ reason: 'top-of-ladder', levels: handbook.escalation.levels.length });
    const rung = climb(levels, { incident, handbook, at: said.at }, { without: [said.by.login], most });
    return accept(pageOf(rung, reasoned(because ?? reason).because ?? null));
  },
};

/** The level that is named and those above it; without one, what is left of the ladder. */
function whichLevels(
  words: readonly string[],
  incident: Incident,
  { handbook }: Room,
): { readonly levels: readonly EscalationLevel[]; readonly named: string | null; readonly reason: string | null } {
  const { levels } = handbook.escalation;
  const list = levels.map((level) => ({ ...level, aliases: [] }));
  for (let count = Math.min(words.length, 4); count > 0; count -= 1) {
    const level = named(list, spoken(words.slice(0, count)));
    const rest = words.slice(count);
    const from = levels.findIndex(({ id }) => id === level?.id);
    if (level) return { levels: levels.slice(from), named: level.id, reason: rest.join(' ') };
  }
  return { levels: levelsLeft(incident, handbook), named: null, reason: words.length > 0 ? words.join(' ') : null };
}

/**
 * What is no level and hardly a reason, the level that it may mean, and all that there are: one word that is none, or the first of
 * several where it (or a name of several words) is nearly one. Null: the words are a reason.
 */
function unknownLevel(words: readonly string[], { escalation }: Handbook) {
  const levels = escalation.levels.map((level) => ({ ...level, aliases: [] }));
  const [first = ''] = words;
  const names = levels.map(({ id }) => id);
  if (levels.length === 0 || first === '') return null;
  if (words.length === 1) return { word: cut(first, 60), meant: meant(levels, first), names };
  for (let count = Math.min(words.length, 4); count > 0; count -= 1) {
    const word = spoken(words.slice(0, count));
    if (count < words.length && isInflected(word, levels)) return null;
    const level = misspelt(levels, word);
    if (level !== null) return { word: cut(word, 60), meant: level, names };
  }
  return null;
}

/** Without the sign that ends it: `primary, they sleep`. */
function spoken(words: readonly string[]): string {
  return words.join(' ').replace(/[,;:.!?…]+$/, '');
}

/** A level in a sentence about it, and no slip: `primary's phone is off`, `backups are failing`. */
function isInflected(word: string, levels: readonly { readonly id: string; readonly name: string }[]): boolean {
  const bare = word.toLowerCase().replace(/['’]?s$|s['’]$/, '');
  return bare !== word.toLowerCase() && levels.some(({ id, name }) => [id, name.toLowerCase()].includes(bare));
}
