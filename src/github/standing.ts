// What people may do in the repository: the permission endpoint, remembered for five minutes (decision 19).
import { type Permission, type Person, permissions, reaches, type Standing } from '../core/person.ts';
import { minutesBetween } from '../core/time.ts';
import type { GitHub } from './client.ts';
import { bareLogin } from './person-of.ts';
import { Unanswered } from './unanswered.ts';

/** Standing as it was when it was asked; the caller owns the map. */
export type StandingCache = Map<string, { readonly standing: Standing | null; readonly askedAt: string }>;

/** Somebody whose standing is wanted. `person`: null where only a login stands in a text. */
export interface Wanted {
  readonly login: string;
  readonly person: Person | null;
}

export interface Question {
  readonly owner: string;
  readonly name: string;
  /** Teams (`org/team`) whose members are responders: asked only for people without write access. */
  readonly teams: readonly string[];
  /** Teams that roles ask for: asked for everybody. */
  readonly required: readonly string[];
  /** ISO; how old an answer may be is measured against it. */
  readonly now: string;
}

const minutesKept = 5;
const mostKept = 10_000;
const mostAtOnce = 10;

/**
 * Standing by login in lower case; `null`: GitHub knows nobody of that login. At most ten requests run at a time; what was
 * answered stays in the cache although a later request fails. @throws Unanswered when GitHub tells no standing
 */
export async function standings(
  github: GitHub,
  wanted: readonly Wanted[],
  question: Question,
  cache: StandingCache,
): Promise<Readonly<Record<string, Standing | null>>> {
  const left = [...wanted];
  const found = new Map<string, Standing | null>();
  const askInTurn = async (): Promise<void> => {
    for (let one = left.shift(); one; one = left.shift()) {
      found.set(one.login.toLowerCase(), await standingOf(github, one, question, cache));
    }
  };
  try {
    await Promise.all(Array.from({ length: mostAtOnce }, askInTurn));
  } finally {
    left.length = 0;
  }
  return Object.fromEntries(found);
}

async function standingOf(
  github: GitHub,
  one: Wanted,
  question: Question,
  cache: StandingCache,
): Promise<Standing | null> {
  const key = [question.owner, question.name, one.login, ...question.teams, '', ...question.required]
    .join(' ')
    .toLowerCase();
  const known = cache.get(key);
  // Somebody else may have the login since.
  const another = known?.standing && one.person && isAnother(one.person, known.standing.person);
  if (known && !another && isFresh(known.askedAt, question.now)) return known.standing;
  const standing = await askStanding(github, one, question);
  if (cache.size >= mostKept) cache.clear();
  cache.set(key, { standing, askedAt: question.now });
  return standing;
}

function isFresh(askedAt: string, now: string): boolean {
  const age = minutesBetween(askedAt, now);
  return age >= 0 && age < minutesKept;
}

interface PermissionAnswer {
  readonly user: {
    readonly node_id: string;
    readonly login: string;
    readonly type: string;
    readonly permissions?: Readonly<Record<string, boolean>>;
  } | null;
}

async function askStanding(github: GitHub, { login, person }: Wanted, question: Question): Promise<Standing | null> {
  const { status, data } = await github.rest('GET /repos/{owner}/{repo}/collaborators/{username}/permission', {
    owner: question.owner,
    repo: question.name,
    username: person?.bot ? `${login}[bot]` : login,
  });
  // GitHub has no permission to tell for somebody whose account is an app's or has gone meanwhile.
  const unknown = person && { person, permission: 'none' as const, teams: [] };
  if (status === 404) return unknown;
  if (status !== 200) throw new Unanswered(`GitHub did not tell the permission of a person (${status})`, { status });
  const { user } = data as PermissionAnswer;
  if (!user) return unknown;
  const found: Person = { id: user.node_id, login: bareLogin(user.login), bot: user.type === 'Bot' };
  if (person && isAnother(person, found)) return unknown;
  const permission = permissionOf(user.permissions ?? {});
  const asked = reaches(permission, 'write') ? question.required : [...question.teams, ...question.required];
  const teams = found.bot ? [] : await teamsOf(github, login, [...new Set(asked)]);
  return { person: person ?? found, permission, teams };
}

/** The login was renamed and taken by somebody else. Ids of GitHub's older format cannot be compared with newer ones. */
function isAnother(person: Person, found: Person): boolean {
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
