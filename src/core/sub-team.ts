// Sub-teams: a part of a big incident with a leader, a task and a time box, in a linked issue of its own.
import type { Change } from './change.ts';
import { type Handbook, roleOf } from './handbook.ts';
import { holders, type Incident } from './incident.ts';
import type { IssueKey } from './opened-issue.ts';
import type { Person } from './person.ts';
import { leadingNow } from './stand-in.ts';
import type { SubTeamState } from './sub-team-fact.ts';

/** Key of the issue of a sub-team: a name that is given again gets an issue again, also where the first words were taken back. */
export function subTeamKey({ team, round }: Pick<SubTeamState, 'team' | 'round'>): IssueKey {
  return `${subTeamPrefix}${team}:${round}`;
}

/** What the keys of all sub-teams' issues begin with. */
export const subTeamPrefix = 'team:';

/** Sub-teams that are at work. */
export function openSubTeams({ subTeams }: Incident): readonly SubTeamState[] {
  return subTeams.filter(({ ended }) => ended === null);
}

/** The sub-team that an entry began; nothing for other entries. */
export function subTeamOf({ subTeams }: Incident, source: string): SubTeamState | undefined {
  return subTeams.find((one) => one.source === source);
}

/**
 * Who reports to who leads: holders of other roles, people who joined, and leaders of sub-teams; not who works in a sub-team.
 * Nobody while nobody leads.
 */
export function reportingTo(incident: Incident, handbook: Handbook): readonly Person[] {
  const leaders = leadingNow(incident, handbook).flatMap((role) => holders(incident, role));
  if (leaders.length === 0) return [];
  const open = openSubTeams(incident);
  const held = incident.tenures.filter(({ until, role }) => until === null && roleOf(handbook, role));
  const people = [...held.map(({ person }) => person), ...incident.joined, ...open.map(({ leader }) => leader)];
  const leading = new Set(open.map(({ leader }) => leader.id));
  const elsewhere = open.flatMap(({ members = [] }) => members.map(({ id }) => id)).filter((id) => !leading.has(id));
  const left = new Set([...leaders.map(({ id }) => id), ...elsewhere]);
  return [...new Map(people.map((person) => [person.id, person] as const)).values()].filter(({ id }) => !left.has(id));
}

export function beginSubTeam(incident: Incident, { fact, at, entry }: Change<'sub-team'>): Incident {
  const { kind: _kind, ...told } = fact;
  return { ...incident, subTeams: [...incident.subTeams, { ...told, source: entry.source, at, ended: null }] };
}

export function endSubTeam(incident: Incident, { fact, at }: Change<'sub-team-ended'>): Incident {
  const ended = (one: SubTeamState): SubTeamState =>
    one.team === fact.team && one.ended === null ? { ...one, ended: at } : one;
  return { ...incident, subTeams: incident.subTeams.map(ended) };
}
