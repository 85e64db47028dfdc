// Whom a page reaches of those who are meant, as far as GitHub told who they are.

/** Those who are meant, in the order in which they are called. */
export interface Meant {
  readonly logins: readonly string[];
  /** `org/team`. */
  readonly teams: readonly string[];
}

/** What GitHub told, when it was asked. No part of any process, and of now. */
export interface Reachable {
  /** By login in lower case: whether there is such a person who can read this. Missing: nobody asked. */
  readonly people: Readonly<Record<string, boolean>>;
  /** By `org/team` in lower case: the first of its members; null: it tells us nothing of it. Missing: nobody asked. */
  readonly teams: Readonly<Record<string, readonly string[] | null>>;
}

export interface Reach {
  /** Logins to mention, at most {@link mostMentioned}. */
  readonly people: readonly string[];
  /** So many more are meant. */
  readonly more: number;
  /** And perhaps others: of a team no more than {@link mostMembers} were told, or more teams are meant than are asked about. */
  readonly moreAtLeast: boolean;
  /** Logins and teams that are nobody's, or that GitHub does not tell us of. */
  readonly lost: readonly string[];
  /** Logins (`@ada`) and teams (`acme/db`) that must be asked about first: then the rest is not final. */
  readonly unasked: readonly string[];
}

/** GitHub lets a comment call more; who reads one with twenty names in it feels called by none. */
export const mostMentioned = 10;
/** So many members of a team are asked for, and no more. */
export const mostMembers = 100;
const mostTeams = 5;

/** Nobody twice, in the order in which they are meant. @param known what GitHub told; null: nothing yet */
export function reachOf(meant: readonly Meant[], known: Reachable | null, most: number = mostMentioned): Reach {
  const allTeams = unique(meant.flatMap((one) => one.teams));
  const teams = allTeams.slice(0, mostTeams);
  const logins = unique(meant.flatMap((one) => one.logins));
  const members = teams.map((team) => ({ team, logins: known?.teams[team.toLowerCase()] }));
  const unasked = members.flatMap(({ team, logins: told }) => (told === undefined ? [team] : []));
  const lost: string[] = members.flatMap(({ team, logins: told }) => (told === null ? [team] : []));
  // Who is in a team is there; who stands in a file may be anybody.
  const there = new Set(members.flatMap(({ logins: told }) => (told ?? []).map((login) => login.toLowerCase())));
  const people: string[] = [];
  let more = 0;
  for (const login of unique([...logins, ...members.flatMap(({ logins: told }) => told ?? [])])) {
    const key = login.toLowerCase();
    if (people.length >= most) more += 1;
    else if (there.has(key) || own(known?.people, key)) people.push(login);
    else if (own(known?.people, key) === false) lost.push(login);
    else unasked.push(`@${login}`);
  }
  const isCut = members.some(({ logins: told }) => (told?.length ?? 0) >= mostMembers);
  const moreAtLeast = more > 0 && (isCut || allTeams.length > mostTeams);
  return { people, more, moreAtLeast, lost, unasked: unasked.slice(0, most + mostTeams) };
}

function own(people: Reachable['people'] | undefined, login: string): boolean | undefined {
  return people && Object.hasOwn(people, login) ? people[login] : undefined;
}

function unique(names: readonly string[]): readonly string[] {
  return [...new Map(names.map((name) => [name.toLowerCase(), name])).values()];
}
