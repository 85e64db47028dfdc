// Assigning somebody by hand says that they are here; taking a role's holder off frees the role (decision 5).
import { rolesOf } from '../core/incident.ts';
import { type Person, same } from '../core/person.ts';
import { mayCommand } from '../thread/said-commands.ts';
import type { Utterance } from '../thread/utterance.ts';
import { type Draft, type Hearing, roomOf, standingByHand } from './hearing.ts';
import { join } from './presence.ts';
import { allowed, isLead, noRight } from './rights.ts';
import { freed } from './role-change.ts';

type Assigned = Extract<Utterance, { kind: 'assignee' }>;

export function hearAssignee(utterance: Assigned, hearing: Hearing): readonly Draft[] {
  const { by, who, added } = utterance;
  if (!by || !mayCommand(by, hearing.handbook) || !hearing.incident()) return [];
  return added ? assigned(by, who, utterance.at, hearing) : unassigned(by, who, utterance.at, hearing);
}

function assigned(by: Person, who: Person, at: string, hearing: Hearing): readonly Draft[] {
  const incident = hearing.incident();
  const here = incident?.joined.some((one) => same(one, who)) || (incident && rolesOf(incident, who).length > 0);
  if (who.bot || here || !allowed(join, roomOf(at, standingByHand(by, hearing), hearing))) return [];
  return [{ fact: { kind: 'joined', who } }];
}

function unassigned(by: Person, who: Person, at: string, hearing: Hearing): readonly Draft[] {
  const incident = hearing.incident();
  if (!incident) return [];
  const room = roomOf(at, standingByHand(by, hearing), hearing);
  const may = same(by, who) || isLead(room.speaker, incident, hearing.handbook);
  const roles = rolesOf(incident, who);
  const [first] = roles;
  if (first !== undefined && !may) {
    return [{ refusal: noRight('role', 'holder', room, first), typed: `/role ${first} none` }];
  }
  const left = incident.joined.some((one) => same(one, who)) && (may || allowed(join, room));
  return [
    ...roles.map((role) => ({ fact: freed(role, who) })),
    ...(left ? [{ fact: { kind: 'left', who } as const }] : []),
  ];
}
