// The report of somebody without standing counts once a responder says so, a rebuilt record once a lead does: `/confirm`, or `/decline`.
import { severityOf } from '../core/handbook.ts';
import { isUnproved } from '../core/rebuilt.ts';
import { carryingOver } from './carry-over.ts';
import { accept, type Command, type Judgement, type Room, refuse } from './command.ts';
import { cut } from './cut.ts';
import { clauses } from './grammar.ts';
import { lacksRight } from './rights.ts';

export const confirm: Command = {
  name: 'confirm',
  aliases: [],
  usage: '/confirm',
  does: "Takes an outsider's report for what it says: from now on it is worked on. From a lead: a rebuilt record is right as it stands.",
  who: 'responder',
  examples: ['/confirm'],
  free: false,
  judge(_said, room) {
    const { incident, handbook } = room;
    if (!incident) return accept();
    if (incident.confirmed) return isUnproved(incident) ? rebuilt(room) : accept();
    const { current, assumed } = incident.severity;
    const carried = assumed || incident.backfilled || incident.closed;
    const level = severityOf(handbook, current);
    return accept({ kind: 'confirmed' }, ...(carried ? [] : carryingOver(level, incident.type.current, handbook)));
  },
};

/** Milestones are what everything is measured by: a lead looks at those that were found again in the thread. */
function rebuilt(room: Room): Judgement {
  const refusal = lacksRight({ name: 'confirm', who: 'lead' }, room);
  return refusal ? { refusal } : accept({ kind: 'record-confirmed' });
}

export const decline: Command = {
  name: 'decline',
  aliases: [],
  usage: '/decline because …',
  does: "Closes an outsider's report that is no incident, with the reason.",
  who: 'responder',
  examples: ['/decline because the site is up, and the status page says so'],
  free: false,
  judge({ text }, { incident }) {
    const { because } = clauses(text);
    if (incident?.closed) return refuse({ reason: 'already-closed' });
    if (incident?.confirmed) return refuse({ reason: 'confirmed-already' });
    if (!because) return refuse({ reason: 'missing', command: 'decline', what: 'because', usage: decline.usage });
    return accept({ kind: 'closed', reason: 'not_planned', because: cut(because) });
  },
};
