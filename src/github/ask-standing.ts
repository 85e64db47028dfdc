// Asks GitHub about one person: what they may do in a repository, and which of some teams they are in.
import { type Permission, type Person, permissions, reaches, type Standing } from '../core/person.ts';
import type { GitHub } from './client.ts';
import type { ToldUser } from './collaborators.ts';
import { bareLogin } from './person-of.ts';
import { Unanswered } from './unanswered.ts';

export interface AskedOf {
  readonly owner: string;
  readonly name: string;
  /** Teams (`org/team`) whose members are responders: asked only for people without write access. */
  readonly teams: readonly string[];
  /** Teams that roles ask for: asked for everybody. */
  readonly required: readonly string[];
}

/** @param told what GitHub told of them already. @throws Unanswered when it tells no standing */
export async function askStanding(
  github: GitHub,
  { login, person }: { readonly login: string; readonly person: Person | null },
  question: AskedOf,
  told: ToldUser | undefined,
): Promise<Standing | null> {
  // GitHub has no permission to tell for somebody whose account is an app's or has gone meanwhile.
  const unknown = person && { person, permission: 'none' as const, teams: [] };
  const user = told ?? (await askAlone(github, person?.bot ? `${login}[bot]` : login, question));
  if (!user) return unknown;
  const found = personOf(user);
  if (person && isAnother(person, found)) return unknown;
  const permission = permissionOf(user.permissions ?? {});
  const teams = found.bot ? [] : await teamsOf(github, login, teamsAsked(permission, question));
  return { person: person ?? found, permission, teams };
}

/** The standing of somebody as a list tells it; null: teams must be asked as well. */
export function standingTold(user: ToldUser, question: AskedOf): Standing | null {
  const permission = permissionOf(user.permissions ?? {});
  return teamsAsked(permission, question).length > 0 ? null : { person: personOf(user), permission, teams: [] };
}

function personOf(user: ToldUser): Person {
  return { id: user.node_id, login: bareLogin(user.login), bot: user.type === 'Bot' };
}

function teamsAsked(permission: Permission, { teams, required }: AskedOf): readonly string[] {
  return [...new Set(reaches(permission, 'write') ? required : [...teams, ...required])];
}

async function askAlone(github: GitHub, username: string, { owner, name }: AskedOf): Promise<ToldUser | null> {
  const route = 'GET /repos/{owner}/{repo}/collaborators/{username}/permission';
  const { status, data } = await github.rest(route, { owner, repo: name, username });
  if (status === 404) return null;
  if (status !== 200) throw new Unanswered(`GitHub did not tell the permission of a person (${status})`, { status });
  return (data as { readonly user: ToldUser | null }).user;
}

/** The login was renamed and taken by somebody else. Ids of GitHub's older format cannot be compared with newer ones. */
export function isAnother(person: Person, found: Person): boolean {
  return person.id !== found.id && person.id.includes('_') === found.id.includes('_');
}

const flags: readonly (readonly [string, Permission])[] = [
  ['admin', 'admin'],
  ['maintain', 'maintain'],
  ['push', 'write'],
  ['triage', 'triage'],
  ['pull', 'read'],
];

function permissionOf(given: Readonly<Record<string, boolean>>): Permission {
  return flags.find(([flag]) => given[flag])?.[1] ?? permissions[0];
}

async function teamsOf(github: GitHub, login: string, teams: readonly string[]): Promise<readonly string[]> {
  const asked = teams.map(async (team) => {
    const [org, team_slug] = team.split('/');
    const route = 'GET /orgs/{org}/teams/{team_slug}/memberships/{username}';
    const { status, data } = await github.rest(route, { org, team_slug, username: login });
    return status === 200 && (data as { readonly state?: string }).state === 'active' ? [team] : [];
  });
  return (await Promise.all(asked)).flat();
}
