// What people may do in the repository: the permission endpoint, remembered for five minutes, and longer where a look shows that it
// still holds (decision 19).
import { keepNewest } from '../core/keep-newest.ts';
import { type Permission, type Person, permissions, reaches, type Standing, same } from '../core/person.ts';
import { minutesBetween } from '../core/time.ts';
import type { GitHub } from './client.ts';
import { collaborators, type ToldUser } from './collaborators.ts';
import { fewAtATime } from './few-at-a-time.ts';
import { bareLogin } from './person-of.ts';
import { Unanswered } from './unanswered.ts';

/** Standing as it was when it was asked; the caller owns the map. */
export type StandingCache = Map<string, Kept>;

interface Kept {
  readonly standing: Standing | null;
  readonly askedAt: string;
}

/** Somebody whose standing is wanted. `person`: null where only a login stands in a text. */
export interface Wanted {
  readonly login: string;
  readonly person: Person | null;
  /** What the look itself shows of their rights. */
  readonly shown?: Shown | undefined;
}

/**
 * `belongs`: GitHub counts them among owner, members and collaborators. `writes`: they did what it lets nobody do without write
 * access: edited a comment of ours, or merged a pull request. Source: GitHub's "Repository roles for an organization".
 */
export type Shown = 'belongs' | 'writes';

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
/** Write access that GitHub once told of somebody who still belongs here. */
const minutesKeptShown = 60;
const mostKept = 10_000;
/** From so many people on who belong here and are not known, one list is asked for. */
const enoughForAList = 3;

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
  const members = wanted.filter((one) => one.shown && knownOf(one, question, cache) === undefined);
  const told = members.length >= enoughForAList ? await collaborators(github, question) : null;
  const found = await fewAtATime(wanted, async (one) => {
    const login = one.login.toLowerCase();
    const user = one.shown && told?.get(login);
    return [login, await standingOf(github, one, { question, cache, user })] as const;
  });
  return Object.fromEntries(found);
}

interface Asking {
  readonly question: Question;
  readonly cache: StandingCache;
  /** What GitHub told of them already. */
  readonly user: ToldUser | undefined;
}

async function standingOf(github: GitHub, one: Wanted, { question, cache, user }: Asking): Promise<Standing | null> {
  const known = knownOf(one, question, cache);
  if (known !== undefined) return known;
  const standing = await askStanding(github, one, question, user);
  keepNewest(cache, keyOf(one, question), { standing, askedAt: question.now }, mostKept);
  return standing;
}

function knownOf(one: Wanted, question: Question, cache: StandingCache): Standing | null | undefined {
  return remembered(cache.get(keyOf(one, question)), one, question);
}

function keyOf({ login }: Wanted, { owner, name, teams, required }: Question): string {
  return [owner, name, login, ...teams, '', ...required].join(' ').toLowerCase();
}

/** What need not be asked; undefined: it must. What was remembered for long only ever lets somebody do something: see `forgetOld`. */
function remembered(
  known: Kept | undefined,
  { person, shown }: Wanted,
  { required, now }: Question,
): Standing | null | undefined {
  if (!known) return undefined;
  const { standing } = known;
  // Somebody else may have the login since.
  if (standing && person && isAnother(person, standing.person)) return undefined;
  if (isWithin(minutesKept, known.askedAt, now)) return standing;
  if (!shown || !standing || required.length > 0 || !same(standing.person, person)) return undefined;
  if (!reaches(standing.permission, 'write')) return undefined;
  if (isWithin(minutesKeptShown, known.askedAt, now)) return standing;
  return shown === 'writes' ? { ...standing, permission: 'write', teams: [] } : undefined;
}

/**
 * Forgets what is kept of people longer than usual, so that they are asked about anew. @param now ISO
 * @returns whether there was any
 */
export function forgetOld(
  cache: StandingCache,
  { owner, name }: Pick<Question, 'owner' | 'name'>,
  logins: readonly string[],
  now: string,
): boolean {
  const beginnings = logins.map((login) => `${owner} ${name} ${login} `.toLowerCase());
  const old = [...(beginnings.length > 0 ? cache : [])].filter(
    ([key, { askedAt }]) =>
      beginnings.some((beginning) => key.startsWith(beginning)) && !isWithin(minutesKept, askedAt, now),
  );
  for (const [key] of old) cache.delete(key);
  return old.length > 0;
}

function isWithin(minutes: number, askedAt: string, now: string): boolean {
  const age = minutesBetween(askedAt, now);
  return age >= 0 && age < minutes;
}

async function askStanding(
  github: GitHub,
  { login, person }: Wanted,
  question: Question,
  told: ToldUser | undefined,
): Promise<Standing | null> {
  // GitHub has no permission to tell for somebody whose account is an app's or has gone meanwhile.
  const unknown = person && { person, permission: 'none' as const, teams: [] };
  const user = told ?? (await askAlone(github, person?.bot ? `${login}[bot]` : login, question));
  if (!user) return unknown;
  const found: Person = { id: user.node_id, login: bareLogin(user.login), bot: user.type === 'Bot' };
  if (person && isAnother(person, found)) return unknown;
  const permission = permissionOf(user.permissions ?? {});
  const asked = reaches(permission, 'write') ? question.required : [...question.teams, ...question.required];
  const teams = found.bot ? [] : await teamsOf(github, login, [...new Set(asked)]);
  return { person: person ?? found, permission, teams };
}

async function askAlone(github: GitHub, username: string, { owner, name }: Question): Promise<ToldUser | null> {
  const route = 'GET /repos/{owner}/{repo}/collaborators/{username}/permission';
  const { status, data } = await github.rest(route, { owner, repo: name, username });
  if (status === 404) return null;
  if (status !== 200) throw new Unanswered(`GitHub did not tell the permission of a person (${status})`, { status });
  return (data as { readonly user: ToldUser | null }).user;
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
