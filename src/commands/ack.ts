// `/ack`: somebody is on it. The second one to say so has joined.

import { isClimbing } from '../clocks/ladder-run.ts';
import { statusFor } from '../core/handbook.ts';
import { accept, type Command } from './command.ts';
import { happened } from './happened.ts';
import { timeIn } from './time-in.ts';

export const ack: Command = {
  name: 'ack',
  aliases: ['acknowledge', 'acknowledged'],
  usage: '/ack [at time]',
  does: 'Somebody is on it; said again with a time it corrects when.',
  who: 'responder',
  examples: ['/ack', '/ack at 10:04'],
  free: false,
  judge(said, room) {
    const typed = timeIn(said, room);
    const time = happened(typed, said, room);
    if ('refusal' in time) return time;
    const { incident, handbook } = room;
    if (!incident) return accept();
    const known = incident.milestones.acknowledged;
    const isBare = typed === null || /^(?:just )?now$/i.test(typed);
    if (known && isBare && isClimbing(incident, handbook)) return accept({ kind: 'answered' });
    // What was seen first stays the first (decision 95), but where only the word counts nothing was seen.
    if (known && isBare && !(known.inferred && handbook.escalation.ack === 'explicit'))
      return accept({ kind: 'joined', who: said.by });
    const status = statusFor(handbook, 'acknowledged');
    return status && incident.status === handbook.statuses[0]?.id && status.id !== incident.status && !known
      ? accept({ fact: { kind: 'status', status: status.id }, ...time })
      : accept({ fact: { kind: 'milestone', milestone: 'acknowledged' }, ...time });
  },
};
