// `/queue`: the open incidents of the repository, the one to see to first on top.
import { isBreached } from '../clocks/clocks.ts';
import { statusLabel, typeOf } from '../core/handbook.ts';
import { type Queued, queuedOf, queueOf } from '../core/queue.ts';
import { accept, type Command, type Room } from './command.ts';

/** So many stand in the answer; the others are counted. */
const most = 20;

export const queue: Command = {
  name: 'queue',
  aliases: [],
  usage: '/queue',
  does: "Lists the repository's open incidents, the one to see to first on top.",
  who: 'anyone',
  examples: ['/queue'],
  free: false,
  judge({ at }, room) {
    const asked = { kind: 'asked', question: 'queue', about: '', right: room.right } as const;
    if (!room.others) return accept(asked);
    const here = ownPlace(room, at);
    const others = room.others.map((other) => queuedOf(other, room.handbook));
    const all = queueOf([...(here ? [here] : []), ...others], room.handbook);
    return accept({ ...asked, queue: all.slice(0, most), more: Math.max(0, all.length - most) });
  },
};

/** This incident, as it stands rather than as its labels do; nothing once it is closed. */
function ownPlace({ incident, issue, handbook }: Room, now: string): Queued | null {
  if (!incident || incident.closed) return null;
  const { severity, type, status } = incident;
  const kind = typeOf(handbook, type.current)?.label?.name;
  const late = isBreached(incident, handbook, now) ? handbook.breachLabel?.name : undefined;
  const labels = [severity.current, statusLabel(handbook, status), kind, late].filter((name) => name !== undefined);
  return queuedOf({ number: issue.number, createdAt: issue.at, labels }, handbook);
}
