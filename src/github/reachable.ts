// Whether those who are to be called are there, and who is in a team: asked of GitHub only when somebody is called.
import { keepNewest } from '../core/keep-newest.ts';
import { reaches } from '../core/person.ts';
import type { Repository } from '../core/snapshot.ts';
import { mostMembers, type Reachable } from '../oncall/reach.ts';
import { minutesBetween } from '../time/time.ts';
import type { GitHub } from './client.ts';
import { type StandingCache, standings } from './standing.ts';
import { Unanswered } from './unanswered.ts';

/** Members of teams as they were when they were asked for; the caller owns the map. */
export type MemberCache = Map<string, { readonly members: readonly string[] | null; readonly askedAt: string }>;

export interface ReachQuestion {
  readonly repository: Pick<Repository, 'owner' | 'name' | 'private'>;
  /** ISO; how old an answer may be is measured against it. */
  readonly now: string;
  readonly standings: StandingCache;
  readonly members: MemberCache;
}

const minutesKept = 5;
const mostKept = 1000;

/**
 * What is wanted (`@ada`, `acme/db`), added to what is known. One request for each person and team that was not asked about in the
 * last five minutes. Of a big team GitHub tells the first hundred. @throws Unanswered when GitHub gives no answer
 */
export async function reachable(
  github: GitHub,
  wanted: readonly string[],
  known: Reachable,
  question: ReachQuestion,
): Promise<Reachable> {
  const logins = wanted.filter((name) => name.startsWith('@')).map((name) => name.slice(1));
  const { owner, name, private: isPrivate } = question.repository;
  const asked = { owner, name, teams: [], required: [], now: question.now };
  const people = logins.map((login) => ({ login, person: null }));
  const told = await standings(github, people, asked, question.standings);
  const found = Object.entries(told).map(([login, standing]) => {
    const isThere = standing !== null && !standing.person.bot;
    return [login, isThere && (!isPrivate || reaches(standing.permission, 'read'))] as const;
  });
  const teams: (readonly [string, readonly string[] | null])[] = [];
  for (const team of wanted.filter((one) => !one.startsWith('@'))) {
    teams.push([team.toLowerCase(), await membersOf(github, team, question)]);
  }
  return {
    people: { ...known.people, ...Object.fromEntries(found) },
    teams: { ...known.teams, ...Object.fromEntries(teams) },
  };
}

/** Logins; null: there is no such team, or GitHub does not tell us of it. */
async function membersOf(github: GitHub, team: string, { now, members }: ReachQuestion) {
  const kept = members.get(team.toLowerCase());
  const age = kept ? minutesBetween(kept.askedAt, now) : Number.NaN;
  if (kept && age >= 0 && age < minutesKept) return kept.members;
  const [org, team_slug] = team.split('/');
  const route = 'GET /orgs/{org}/teams/{team_slug}/members';
  const { status, data } = await github.rest(route, { org, team_slug, per_page: mostMembers });
  if (status !== 200 && status !== 403 && status !== 404)
    throw new Unanswered(`GitHub did not tell who is in a team (${status})`, { status });
  const found = status === 200 ? (data as readonly { readonly login: string }[]).map(({ login }) => login) : null;
  keepNewest(members, team.toLowerCase(), { members: found, askedAt: now }, mostKept);
  return found;
}
