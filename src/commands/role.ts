// `/role`: takes, gives and frees a role. What the words mean stands in role-words.ts, what follows from them in role-change.ts.
import { ask } from './ask.ts';
import { type Command, refuse } from './command.ts';
import { happened } from './happened.ts';
import { free, give } from './role-change.ts';
import { readRoleWords, roleNamed } from './role-words.ts';

export const role: Command = {
  name: 'role',
  aliases: ['assign', 'unassign'],
  usage: '/role [role] [@who|none] [at time]',
  does: 'Takes a role, gives it to somebody or frees it; alone it lists who holds what. A role is a command too: `/scribe`.',
  who: 'responder',
  examples: ['/role scribe', '/role scribe @bob', '/role scribe none', '/commander @ada'],
  free: false,
  rightInText: true,
  judge(said, room) {
    if (said.text.trim() === '') return ask('roles', '', room);
    const words = readRoleWords(said.text, said.word === 'unassign');
    if (words.role.length === 0) {
      return refuse({ reason: 'missing', command: 'role', what: 'role', usage: role.usage });
    }
    const found = roleNamed(words.role, room.handbook);
    if ('refusal' in found) return found;
    if (found.rest.length > 0 || (found.role.holders === 'one' && words.people.length > 1)) {
      const usage = likelyMeant(found.role.id, found.rest) ?? role.usage;
      return refuse({ reason: 'missing', command: 'role', what: 'person', usage });
    }
    const time = happened(words.at, said, room);
    if ('refusal' in time) return time;
    return words.frees ? free(found.role, words, time, room) : give(found.role, words, time, room);
  },
};

/** A login typed without `@`: the line to copy. Only what can be a login is repeated. */
function likelyMeant(role: string, [word, ...more]: readonly string[]): string | null {
  return more.length === 0 && /^[a-z\d](?:[a-z\d-]{0,38})$/i.test(word ?? '') ? `/role ${role} @${word}` : null;
}
