// The questions that take no words: `/roles`, `/catchup`, `/sitrep`.
import type { Question } from '../core/question.ts';
import { ask } from './ask.ts';
import type { Command } from './command.ts';

function question(name: Question, aliases: readonly string[], does: string): Command {
  return {
    name,
    aliases,
    usage: `/${name}`,
    does,
    who: 'anyone',
    examples: [`/${name}`],
    free: false,
    judge: (_said, room) => ask(name, '', room),
  };
}

export const roles = question('roles', [], 'Lists who holds what, and what is missing.');
export const catchup = question('catchup', ['tldr'], 'Ten lines for who comes late.');
export const sitrep = question('sitrep', [], 'Prints the situation report.');
