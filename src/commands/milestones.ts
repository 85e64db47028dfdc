// The moments that no turn of the incident sets, and their corrections: `/started`, `/detected`, `/declared`, `/reviewed`, `/closed`.
import type { Milestone, Right } from '../core/handbook.ts';
import { closing } from './close.ts';
import { accept, type Command, refuse } from './command.ts';
import { clauses } from './grammar.ts';
import { happened } from './happened.ts';
import { reasoned } from './reasoned.ts';
import { timeIn } from './time-in.ts';

/** @param alone whether the word alone says that it is so now, once the incident is over; what is known already it does not move */
function correction(milestone: Milestone, who: Right, does: string, alone = false): Command {
  const usage = `/${milestone} ${alone ? '[time]' : '<time>'} [because …]`;
  return {
    name: milestone,
    aliases: [],
    usage,
    does,
    who,
    examples: [
      ...(alone ? [`/${milestone}`] : []),
      `/${milestone} 09:50`,
      `/${milestone} 2026-03-02 09:50 UTC`,
      `/${milestone} 15m ago`,
    ],
    free: false,
    judge(said, room) {
      const { words, because } = clauses(said.text);
      const told = timeIn(said, room);
      const isBare = told === null && (alone ? words.length === 0 : said.text.trim() === '');
      const typed = told ?? (isBare ? null : said.text.trim());
      const known = alone ? room.incident : null;
      if (isBare && known?.milestones[milestone]) return accept();
      if (typed === null && !(known?.milestones.resolved ?? known?.closed))
        return refuse({ reason: 'missing', command: milestone, what: 'time', usage });
      const time = happened(typed, said, room);
      const why = reasoned(because);
      return 'refusal' in time ? time : accept({ fact: { kind: 'milestone', milestone, ...why }, ...time });
    },
  };
}

export const started = correction('started', 'reporter', 'Says when it began.');
export const detected = correction('detected', 'reporter', 'Says when it was noticed.');
export const declared = correction('declared', 'responder', 'Corrects when it was declared an incident.');
export const reviewed = correction('reviewed', 'responder', 'Says that the review is done, or when it was.', true);

/** `/closed` alone is `/close`; with a time it corrects when it was closed. */
export const closed: Command = {
  name: 'closed',
  aliases: [],
  usage: '/closed [at time]',
  does: 'Corrects when it was closed; alone it is `/close`.',
  who: 'responder',
  examples: ['/closed at 16:30'],
  free: false,
  judge(said, room) {
    const time = happened(timeIn(said, room), said, room);
    if ('refusal' in time) return time;
    return room.incident ? closing(room.incident, room, { ...time, saidAt: said.at }) : accept();
  },
};
