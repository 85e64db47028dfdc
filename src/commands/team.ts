// `/team`: splits a big incident: a sub-team with a leader, a task and a time box, in a linked issue of its own.
import type { SubTeam } from '../core/classification.ts';
import type { Person } from '../core/person.ts';
import { openSubTeams } from '../core/sub-team.ts';
import type { SubTeamFact } from '../core/sub-team-fact.ts';
import { accept, type Command, type Judgement, type Room, refuse } from './command.ts';
import { cut } from './cut.ts';
import { meant, named } from './named.ts';
import { isPerson, personNamed } from './person-named.ts';
import { timeBox } from './time-box.ts';

export const team: Command = {
  name: 'team',
  aliases: ['sub-team', 'subteam'],
  usage: '/team [name] @leader [@others] [30m] task',
  does: 'Splits the incident: a sub-team with a leader, a task and a time box gets an issue of its own; `/team alpha done` ends it.',
  who: 'responder',
  examples: [
    '/team @ada 30m Bring the replicas back',
    '/team alpha @ada @bob Bring the replicas back',
    '/team alpha done',
  ],
  free: true,
  judge({ text }, room) {
    const ended = /^(?:(\S+)\s+done|done\s+(\S+))\s*[.:]?$/i.exec(text.trim());
    if (ended) return ends(ended[1] ?? ended[2] ?? '', room);
    const [word = ''] = text.trim().split(/\s/, 1);
    if (word === '') return refuse({ reason: 'missing', command: 'team', what: 'person', usage: team.usage });
    const found = isPerson(word) ? nextFree(room) : teamNamed(word, room);
    if ('refusal' in found) return found;
    return begins(found.team, isPerson(word) ? text.trim() : text.trim().slice(word.length).trim(), room);
  },
};

type Found = { readonly team: SubTeam } | Extract<Judgement, { readonly refusal: unknown }>;

/** Also one that is at work since before the incident moved to a handbook without it: it can still be ended. */
function teamNamed(word: string, { handbook, incident }: Room): Found {
  const ours = handbook.subTeams.teams;
  const atWork = incident ? openSubTeams(incident).map(({ team }) => ({ id: team, name: team })) : [];
  const left = atWork.filter(({ id }) => !ours.some((one) => one.id === id));
  const teams = [...ours, ...left].map((one) => ({ ...one, aliases: [] }));
  const found = named(teams, word);
  if (found) return { team: found };
  const known = teams.map(({ id }) => id);
  return { refusal: { reason: 'unknown-team', word: cut(word, 60), meant: meant(teams, word), teams: known } };
}

/** The handbook's names are given in their order. */
function nextFree({ incident, handbook }: Room): Found {
  const { teams } = handbook.subTeams;
  const taken = incident ? openSubTeams(incident).map((one) => one.team) : [];
  const free = teams.find(({ id }) => !taken.includes(id));
  if (free) return { team: free };
  if (teams.length === 0) return { refusal: { reason: 'unknown-team', word: '', meant: null, teams: [] } };
  return { refusal: { reason: 'no-free-team', teams: teams.map(({ id }) => id) } };
}

function begins({ id }: SubTeam, rest: string, room: Room): Judgement {
  const open = room.incident && openSubTeams(room.incident).find((one) => one.team === id);
  if (open) return refuse({ reason: 'team-at-work', team: id, leader: open.leader.login });
  const words = rest.split(/\s+/);
  const count = words.findIndex((word) => !isPerson(word));
  const people: Person[] = [];
  for (const word of count === -1 ? words : words.slice(0, count)) {
    const who = personNamed(word, room);
    if ('refusal' in who) return who;
    people.push(who.standing.person);
  }
  const lacks = (what: 'person' | 'text'): Judgement =>
    refuse({ reason: 'missing', command: 'team', what, usage: `/team ${id} @leader [@others] [30m] task` });
  const [leader, ...others] = people;
  if (!leader) return lacks('person');
  const box = timeBox(count === -1 ? '' : words.slice(count).join(' '));
  if (box.span !== null && box.minutes === null) {
    return refuse({ reason: 'unreadable-duration', command: 'team', text: box.span });
  }
  if (box.text === '') return lacks('text');
  const minutes = box.minutes ?? usual(room);
  return accept(factOf({ id, round: nextRound(id, room), leader, others, minutes, text: box.text }));
}

/** Counted over all that was ever accepted: the issue of one that was taken back stays what it was. */
function nextRound(id: string, { entries }: Room): number {
  return 1 + entries.filter(({ fact }) => fact?.kind === 'sub-team' && fact.team === id).length;
}

interface Told {
  readonly id: string;
  readonly round: number;
  readonly leader: Person;
  readonly others: readonly Person[];
  readonly minutes: number | null;
  readonly text: string;
}

function factOf({ id, round, leader, others, minutes, text }: Told): SubTeamFact {
  const members = others.length > 0 ? { members: others } : {};
  return {
    kind: 'sub-team',
    team: id,
    round,
    leader,
    ...members,
    ...(minutes !== null && { minutes }),
    text: cut(text),
  };
}

/** The handbook's time box. */
function usual({ handbook }: Room): number | null {
  const box = handbook.subTeams.timeBox;
  return box?.unit === 'minutes' ? box.amount : null;
}

function ends(word: string, room: Room): Judgement {
  const found = teamNamed(word, room);
  if ('refusal' in found) return found;
  const { id } = found.team;
  const open = room.incident ? openSubTeams(room.incident).some((one) => one.team === id) : false;
  return open ? accept({ kind: 'sub-team-ended', team: id }) : refuse({ reason: 'team-not-at-work', team: id });
}
