// The person that somebody names in a command.
import type { Standing } from '../core/person.ts';
import type { Refusal } from '../core/refusal.ts';
import type { Room } from './command.ts';
import { loginOf } from './grammar.ts';

/** Whether a word names a person: `@bob`, `me`. */
export function isPerson(word: string): boolean {
  return word.startsWith('@') || /^(?:me|myself)$/i.test(word);
}

/** Who `@bob` or `me` is. Refuses logins that GitHub does not know, teams and bots. */
export function personNamed(word: string, room: Room): { readonly standing: Standing } | { readonly refusal: Refusal } {
  if (/^@?(?:me|myself)$/i.test(word)) return { standing: room.speaker };
  const login = loginOf(word);
  const standing = login === null ? null : room.standing(login);
  if (!standing || standing.person.bot) {
    return { refusal: { reason: 'unknown-person', login: (login ?? word.replace(/^@/, '')).slice(0, 60) } };
  }
  return { standing };
}
