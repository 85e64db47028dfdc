// `/help`: what you may type now.
import { ask } from './ask.ts';
import { type Command, refuse } from './command.ts';
import { cut } from './cut.ts';
import { clauses } from './grammar.ts';
import { meant, type Named, named } from './named.ts';

/** The help on these commands and the handbook's roles. */
export function helpOn(commands: readonly Command[]): Command {
  const topics: readonly Named[] = commands.map(({ name, aliases }) => ({ id: name, name, aliases }));
  const help: Command = {
    name: 'help',
    aliases: [],
    usage: '/help [command|role]',
    does: 'Says what you may type now, or what one command or role is for.',
    who: 'anyone',
    examples: ['/help', '/help handover', '/help scribe'],
    free: false,
    beforeIncident: true,
    judge(said, room) {
      const words = clauses(said.text).words.join(' ').replace(/^\//, '');
      if (words === '') return ask('help', '', room);
      const known: readonly Named[] = [...topics, { id: 'help', name: 'help', aliases: [] }, ...room.handbook.roles];
      const topic = named(known, words);
      return topic
        ? ask('help', topic.id, room)
        : refuse({ reason: 'unknown-topic', word: cut(words, 60), meant: meant(known, words) });
    },
  };
  return help;
}
