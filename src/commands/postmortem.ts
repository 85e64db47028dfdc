// `/postmortem`: opens it where none is owed, and opens a closed one again.
import { accept, type Command, refuse } from './command.ts';

export const postmortem: Command = {
  name: 'postmortem',
  aliases: ['post-mortem', 'pm'],
  usage: '/postmortem',
  does: 'Opens the post-mortem as a pull request, or opens it again after it was closed.',
  who: 'lead',
  examples: ['/postmortem'],
  free: false,
  // Asked while it is open (or about to be) it changes nothing: whether we have opened it yet must not decide.
  judge(_said, { incident }) {
    const merged = incident?.postMortem.merged ?? null;
    if (merged !== null) return refuse({ reason: 'post-mortem-exists', pull: merged, state: 'merged' });
    return accept({ kind: 'post-mortem-asked' });
  },
};
