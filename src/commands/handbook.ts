// `/handbook`: which process this incident follows; `/handbook current` moves it to what the repository's config says now.
import { moveOf } from '../core/handbook-move.ts';
import { replay } from '../core/replay.ts';
import { ask } from './ask.ts';
import { accept, type Command, type Judgement, type Room, refuse } from './command.ts';
import { clauses } from './grammar.ts';
import { lacksRight } from './rights.ts';

export const handbook: Command = {
  name: 'handbook',
  aliases: [],
  usage: '/handbook [current]',
  does: "Says which handbook this incident follows; `current` moves it to what the repository's config says now.",
  who: 'lead',
  examples: ['/handbook', '/handbook current'],
  free: false,
  rightInText: true,
  judge(said, room) {
    const word = clauses(said.text).words.join(' ').toLowerCase();
    if (word === '') return ask('handbook', '', room);
    const lacking = lacksRight(handbook, room);
    if (lacking) return refuse(lacking);
    if (word === 'current' || word === 'now') return move(room);
    return refuse({ reason: 'missing', command: 'handbook', what: 'handbook', usage: '/handbook current' });
  },
};

function move({ incident, handbook: from, current, config, entries }: Room): Judgement {
  if (!incident) return accept();
  if (!current) return refuse({ reason: 'config-broken' });
  const { oid, folder = null } = config;
  const same = incident.handbook.oid === oid && (incident.handbook.folder ?? null) === folder;
  if (same) return refuse({ reason: 'same-handbook', handbook: incident.handbook.id });
  const after = replay(entries, current) ?? incident;
  return accept(moveOf(incident, after, from, current, { id: current.id, oid, folder }));
}
