// The turns that have a word of their own: `/identified`, `/mitigated`, `/resolved`, and `/reopen`.
import { type Milestone, statusFor } from '../core/handbook.ts';
import { accept, type Command, refuse } from './command.ts';
import { hurried } from './early.ts';
import { clauses } from './grammar.ts';
import { happened } from './happened.ts';
import { isOver, move, reopening } from './move.ts';
import { reasoned } from './reasoned.ts';
import { timeIn } from './time-in.ts';

/** `/mitigated` = `/status` with the status that sets this milestone; with a time once it is set, a correction. */
function turn(milestone: Milestone, aliases: readonly string[], does: string): Command {
  return {
    name: milestone,
    aliases,
    usage: `/${milestone} [at time] [because …]`,
    does,
    who: 'responder',
    examples: [`/${milestone}`, `/${milestone} at 11:40`, `/${milestone} 15m ago`],
    free: false,
    judge(said, room) {
      const { incident, handbook } = room;
      const time = happened(timeIn(said, room), said, room);
      if ('refusal' in time) return time;
      const status = statusFor(handbook, milestone);
      if (!incident) return accept();
      const { words, because } = clauses(said.text);
      return status
        ? move(status, incident, room, { ...time, ...reasoned(because), saidAt: said.at, now: hurried(words).now })
        : accept({ fact: { kind: 'milestone', milestone }, ...time });
    },
  };
}

export const identified = turn('identified', [], 'The cause is known.');
export const mitigated = turn('mitigated', ['mitigate'], 'The harm has stopped.');
export const resolved = turn('resolved', ['resolve', 'fixed'], 'It is over.');

export const reopen: Command = {
  name: 'reopen',
  aliases: [],
  usage: '/reopen [at time]',
  does: 'The incident is active again after it was mitigated, resolved or closed: the same incident goes on.',
  who: 'responder',
  examples: ['/reopen', '/reopen at 13:05'],
  free: false,
  judge(said, room) {
    const { incident, handbook } = room;
    const time = happened(timeIn(said, room), said, room);
    if ('refusal' in time) return time;
    if (!incident || !isOver(incident, handbook)) return refuse({ reason: 'not-resolved-or-closed' });
    return { facts: reopening(incident, handbook).map((stated) => ({ ...stated, ...time })) };
  },
};
