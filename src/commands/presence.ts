// `/join` and `/leave`: who is here.
import { accept, type Command } from './command.ts';

export const join: Command = {
  name: 'join',
  aliases: [],
  usage: '/join',
  does: 'Says that you are here and helping.',
  who: 'responder',
  examples: ['/join'],
  free: false,
  judge: (said) => accept({ kind: 'joined', who: said.by }),
};

export const leave: Command = {
  name: 'leave',
  aliases: [],
  usage: '/leave',
  does: 'Says that you are no longer here.',
  who: 'responder',
  examples: ['/leave'],
  free: false,
  judge: (said) => accept({ kind: 'left', who: said.by }),
};
