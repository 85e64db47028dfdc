// `/severity`: how bad it is. Alone it asks for the levels.

import { isResolved } from '../core/gate.ts';
import { type Handbook, rank } from '../core/handbook.ts';
import type { Incident } from '../core/incident.ts';
import { ask } from './ask.ts';
import { accept, type Command, type Judgement, refuse } from './command.ts';
import { cut } from './cut.ts';
import { clauses } from './grammar.ts';
import { happened } from './happened.ts';
import { meant, named } from './named.ts';
import { isLead, lacksRight } from './rights.ts';

export const severity: Command = {
  name: 'severity',
  aliases: ['sev', 'priority'],
  usage: '/severity [level] [at time] [because …]',
  does: 'Sets the severity; alone it lists the levels with their criteria.',
  who: 'responder',
  examples: ['/severity sev-1', '/severity 2 because checkout works again', '/severity'],
  free: false,
  rightInText: true,
  judge(said, room) {
    const { words, at, because } = clauses(said.text);
    if (words.length === 0) return ask('severity', '', room);
    const lacking = lacksRight(severity, room);
    if (lacking) return refuse(lacking);
    const { incident, handbook } = room;
    const level = named(handbook.severities, words.join(' '));
    if (!level) return unknown(words.join(' '), handbook);
    const current = incident?.severity;
    if (current?.current === level.id && !current.assumed)
      return refuse({ reason: 'same-severity', severity: level.id });
    if (incident && lowersLate(level.id, incident, handbook) && !isLead(room.speaker, incident, handbook)) {
      return refuse({ reason: 'lowering-after-resolved', severity: level.id });
    }
    const time = happened(at, said, room);
    if ('refusal' in time) return time;
    return accept({
      fact: { kind: 'severity', severity: level.id, ...(because && { because: cut(because) }) },
      ...time,
    });
  },
};

function unknown(word: string, { severities }: Handbook): Judgement {
  return refuse({
    reason: 'unknown-severity',
    word: cut(word, 60),
    meant: meant(severities, word),
    severities: severities.map(({ id }) => id),
  });
}

/** Only a lead makes it look smaller than it was once it is over. */
function lowersLate(level: string, incident: Incident, handbook: Handbook): boolean {
  return isResolved(incident, handbook) && rank(handbook, level) > rank(handbook, incident.severity.current);
}
