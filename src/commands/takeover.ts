// `/takeover`: a role from a holder who has been silent for the handbook's time.
import { holders } from '../core/incident.ts';
import { same } from '../core/person.ts';
import { later, minutesBetween } from '../core/time.ts';
import { accept, type Command, refuse } from './command.ts';
import { cut } from './cut.ts';
import { clauses } from './grammar.ts';
import { isResponder, noRight } from './rights.ts';
import { roleNamed } from './role-words.ts';

export const takeover: Command = {
  name: 'takeover',
  aliases: [],
  usage: '/takeover <role> because …',
  does: 'Takes a role over from a holder who has been silent for the time that the handbook names.',
  who: 'responder',
  examples: ['/takeover commander because ada lost her connection'],
  free: false,
  judge(said, room) {
    const { words, because } = clauses(said.text);
    const lacks = (what: 'role' | 'because') =>
      refuse({ reason: 'missing', command: 'takeover', what, usage: takeover.usage });
    if (words.length === 0) return lacks('role');
    const found = roleNamed(words, room.handbook);
    if ('refusal' in found) return found;
    if (!isResponder(room.speaker, room.handbook)) return refuse(noRight('takeover', 'responder', room));
    const role = found.role.id;
    const tenures = (room.incident?.tenures ?? []).filter((one) => one.role === role && one.until === null);
    const [tenure] = tenures;
    if (!room.incident || !tenure) return refuse({ reason: 'role-not-held', role, who: null });
    if (holders(room.incident, role).some((person) => same(person, said.by))) {
      return refuse({ reason: 'role-already-yours', role });
    }
    if (!because) return lacks('because');
    const before = tenure.person;
    const heard = room.lastHeard(before);
    const lastHeardAt = heard === null ? tenure.from : later(heard, tenure.from);
    const afterMinutes = room.handbook.takeoverAfterMinutes;
    if (minutesBetween(lastHeardAt, said.at) < afterMinutes) {
      return refuse({ reason: 'takeover-too-early', role, holder: before.login, lastHeardAt, afterMinutes });
    }
    return accept({ kind: 'role', role, change: 'takeover', holder: said.by, before, because: cut(because) });
  },
};
