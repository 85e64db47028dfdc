// `/title`: what the incident is called.
import { accept, type Command, refuse } from './command.ts';
import { cut, oneLine } from './cut.ts';

export const title: Command = {
  name: 'title',
  aliases: ['retitle', 'rename'],
  usage: '/title text',
  does: 'Renames the incident, and the issue with it.',
  who: 'responder',
  examples: ['/title Checkout fails for customers in Europe'],
  free: false,
  judge({ text }) {
    const name = /[\p{L}\p{N}\p{P}\p{S}]/u.test(text) ? cut(oneLine(text), 256) : '';
    return name === ''
      ? refuse({ reason: 'missing', command: 'title', what: 'text', usage: title.usage })
      : accept({ kind: 'title', title: name });
  },
};
