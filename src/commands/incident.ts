// `/incident` makes an issue an incident, `/backfill` the record of a past one.
import type { Fact } from '../core/timeline.ts';
import { accept, type Command, type Judgement, type Room, refuse, type Said } from './command.ts';
import { clauses } from './grammar.ts';
import { named } from './named.ts';
import { reasoned } from './reasoned.ts';
import { typeFact } from './type.ts';
import { typeAndLevel } from './type-and-level.ts';

export const incident: Command = {
  name: 'incident',
  aliases: ['promote', 'declare'],
  usage: '/incident [severity]',
  does: 'Makes this issue an incident, with what its text tells.',
  who: 'reporter',
  examples: ['/incident', '/incident sev-2'],
  free: false,
  beforeIncident: true,
  judge: (said, room) => declare(said, room, false),
};

export const backfill: Command = {
  name: 'backfill',
  aliases: [],
  usage: '/backfill [severity] [because …]',
  does: 'Records an incident of the past: no clocks run and nobody is called.',
  who: 'responder',
  examples: ['/backfill', '/backfill sev-2 because GitHub was down'],
  free: false,
  beforeIncident: true,
  judge(said, room) {
    if (!room.incident) return declare(said, room, true);
    return room.incident.backfilled
      ? refuse({ reason: 'already-an-incident' })
      : accept({ kind: 'backfilled', ...reasoned(clauses(said.text).because) });
  },
};

/** An issue's title without the `[INCIDENT]` that templates put before it; at most GitHub's 256 characters. */
export function titleOf(title: string): string {
  return title.replace(/^\s*\[incident\]\s*:?\s*/i, '').trim() || title.trim();
}

/** The plain declaration; the room's front door fills in what the report tells (hear-declaration.ts). */
function declare(said: Said, room: Room, backfilled: boolean): Judgement {
  const { handbook } = room;
  if (room.issue.isPullRequest) return refuse({ reason: 'pull-request' });
  if (room.incident) return refuse({ reason: 'already-an-incident' });
  const { words, because } = clauses(said.text);
  const text = backfilled ? words.join(' ') : said.text;
  const told = typeAndLevel(text, handbook);
  const severity = told?.level.id;
  const type = told ? told.type?.id : named(handbook.types, text)?.id;
  const declared: Fact = {
    kind: 'declared',
    severity: severity ?? handbook.unsure.severity,
    assumed: severity === undefined,
    backfilled,
    ...(backfilled && reasoned(because)),
    title: titleOf(room.issue.title),
    handbook: { id: handbook.id, oid: room.config.oid, folder: room.config.folder },
  };
  return type === undefined ? accept(declared) : accept(declared, typeFact(type, handbook));
}
