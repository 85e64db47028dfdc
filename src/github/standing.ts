// What people may do in the repository: the permission endpoint, remembered for five minutes, and longer where a look shows that it
// still holds (decision 19).
import { keepNewest } from '../core/keep-newest.ts';
import { type Person, reaches, type Standing, same } from '../core/person.ts';
import { minutesBetween } from '../time/time.ts';
import { type AskedOf, askStanding, isAnother, standingTold } from './ask-standing.ts';
import type { GitHub } from './client.ts';
import { collaborators, type ToldUser } from './collaborators.ts';
import { fewAtATime } from './few-at-a-time.ts';

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

export interface Question extends AskedOf {
  /** ISO; how old an answer may be is measured against it. */
  readonly now: string;
  /** The process stays: whoever belongs here may speak next, and is asked about at once where that is no request more. */
  readonly ahead?: boolean;
}

const minutesKept = 5;
/** Write access that GitHub once told of somebody who still belongs here. */
const minutesKeptShown = 60;
/** A list that did not tell whom it was asked for (it is long, or not for us) is no help tomorrow either. */
const minutesWithoutList = 24 * 60;
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
  const unknown = wanted.filter((one) => knownOf(one, question, cache) === undefined);
  const told = await listFor(unknown, github, question, cache);
  const found = await fewAtATime(wanted, async (one) => {
    const login = one.login.toLowerCase();
    const user = mayBeListed(one) ? told?.get(login) : undefined;
    return [login, await standingOf(github, one, { question, cache, user })] as const;
  });
  return Object.fromEntries(found);
}

/** Who belongs here, and whom somebody names: a login may be anybody's. */
function mayBeListed({ shown, person }: Wanted): boolean {
  return shown !== undefined || person === null;
}

/** Everybody who belongs here in one answer, instead of one for each; null: it is not worth asking for. */
async function listFor(
  unknown: readonly Wanted[],
  github: GitHub,
  question: Question,
  cache: StandingCache,
): Promise<ReadonlyMap<string, ToldUser> | null> {
  const { owner, name, ahead = false, now } = question;
  const list = `${owner} ${name}`.toLowerCase();
  const failed = cache.get(list);
  const isAhead = ahead && unknown.some(mayBeListed) && !(failed && isWithin(minutesWithoutList, failed.askedAt, now));
  const members = unknown.filter(({ shown }) => shown);
  if (members.length < enoughForAList && !isAhead) return null;
  const told = await collaborators(github, question);
  const lacks = members.some(({ login }) => !told.has(login.toLowerCase()));
  if (lacks) keepNewest(cache, list, { standing: null, askedAt: now }, mostKept);
  for (const user of ahead ? told.values() : []) {
    const standing = standingTold(user, question);
    if (standing) keepNewest(cache, keyOf(standing.person, question), { standing, askedAt: now }, mostKept);
  }
  return told;
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

function keyOf({ login }: Pick<Wanted, 'login'>, { owner, name, teams, required }: Question): string {
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
