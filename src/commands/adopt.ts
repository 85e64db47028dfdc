// `/adopt`: an incident that another Sitrep kept goes on here.
import { replay } from '../core/replay.ts';
import { accept, type Command, refuse } from './command.ts';

export const adopt: Command = {
  name: 'adopt',
  aliases: [],
  usage: '/adopt',
  does: 'Takes over an incident that another Sitrep kept, with its record as it stands.',
  who: 'lead',
  examples: ['/adopt'],
  free: false,
  beforeIncident: true,
  judge(_said, { incident, handbook, other }) {
    if (other === null) return incident ? refuse({ reason: 'nothing-to-adopt' }) : accept();
    const from = other.by.login;
    return isReadable() ? accept({ kind: 'adopted', from }) : refuse({ reason: 'unreadable-record', from });

    /** Nothing in it is proved: what cannot be replayed must not stop every later pass. */
    function isReadable(): boolean {
      try {
        return replay(other?.entries ?? [], handbook) !== null;
      } catch {
        return false;
      }
    }
  },
};
