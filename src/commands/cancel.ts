// `/cancel`: it was no incident.
import { accept, type Command, refuse } from './command.ts';
import { cut } from './cut.ts';
import { clauses } from './grammar.ts';

export const cancel: Command = {
  name: 'cancel',
  aliases: ['false-alarm'],
  usage: '/cancel because …',
  does: 'Closes it as a false alarm, with the reason.',
  who: 'lead',
  examples: ['/cancel because the alert fired on a test system'],
  free: false,
  judge(said, room) {
    const { because } = clauses(said.text);
    if (room.incident?.closed) return refuse({ reason: 'already-closed' });
    if (!because) return refuse({ reason: 'missing', command: 'cancel', what: 'because', usage: cancel.usage });
    return accept({ kind: 'closed', reason: 'not_planned', because: cut(because) });
  },
};
