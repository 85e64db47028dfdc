// What to search for incidents and what belongs to them, in searches of 256 characters at most.
import type { Installation, SweptRepository } from './installations.ts';

export interface Query {
  readonly query: string;
  /** Results of a page: it costs as many points as it could hold of them, however few it does. */
  readonly each: number;
  /** Results to read at most of one search. */
  readonly most: number;
  /** Ask for what stands in the issues as well. */
  readonly words: boolean;
  /** Another search to be asked in the same request. */
  readonly beside?: string | undefined;
}

/** Since when changes are to be found (ISO); `first`: by a process that knows of no incident yet. */
export interface Since {
  readonly since: string;
  readonly first: boolean;
}

type Base = Omit<Query, 'query'> & { readonly base: string };

/** What we say in the thread when GitHub opens no pull request for a post-mortem begins with this. */
export const refusedWords = 'GitHub did not let me open';

const longest = 256;
/** As many as GitHub shows of one search. */
export const mostShown = 1000;
const many = { each: 100, most: mostShown, words: false };
const few = { each: 25, most: mostShown, words: false };
/** Where the selected repositories would need more searches than so many, or have too long a name, the whole account is searched. */
const mostScopes = 60;
/** Characters of the labels in a search: a label has fifty at most, and the account's name must still fit in. */
const mostOfLabels = 65;

/**
 * What to search in an installation: open incidents, and of what changed since closed ones, pull requests of post-mortems, and issues
 * without such a label: a report or a command may stand in them, or they may have lost it. At first these are the newest hundred.
 * Beside the pull requests that changed, and in the same requests, those that nobody merged, however long ago they changed: their
 * reviews may be owed. So may those of which we said that GitHub refused the pull request. The oldest come first, so that nobody who opens many puts ours behind what GitHub shows.
 */
export function queries(
  installation: Installation,
  repositories: readonly SweptRepository[],
  labels: readonly string[],
  { since, first }: Since,
): readonly Query[] {
  const quoted = labels.map((label) => `"${label.replaceAll('"', '')}"`);
  const named = together(quoted).map((some) => `label:${some}`);
  const updated = `updated:>${since.slice(0, 19)}Z`;
  const without = `${updated}${leftOut(quoted)}`;
  const bases = [
    ...named.map((label) => ({ base: `is:issue is:open ${label}`, ...many })),
    ...named.map((label) => ({
      ...{ base: `is:issue is:closed ${label} ${updated}`, ...few },
      beside: `is:issue is:closed ${label} in:comments "${refusedWords}"`,
    })),
    { base: `is:pr head:post-mortem ${updated}`, ...few, beside: 'is:pr is:unmerged head:post-mortem' },
    first
      ? { base: `is:issue is:open ${without}`, ...few, most: 100 }
      : { base: `is:issue ${without}`, ...few, words: true },
  ];
  return bases.flatMap(({ base, beside, ...how }: Base) =>
    scopes(installation, repositories, longest - base.length - room.length).map((scope) => ({
      query: `${base} archived:false sort:updated-desc ${scope}`,
      ...how,
      ...(beside && { beside: `${beside} archived:false sort:created-asc ${scope}` }),
    })),
  );
}

/** Any of them, in as few searches as they fit in: with commas between them GitHub finds each. */
function together(quoted: readonly string[]): readonly string[] {
  return packed(quoted, ',', mostOfLabels);
}

/** Texts put together in as few as can be that are not longer than `most`; one that is longer by itself stays alone. */
function packed(texts: readonly string[], between: string, most: number): readonly string[] {
  const groups: string[] = [];
  for (const text of texts) {
    const longer = groups.length > 0 ? `${groups.at(-1)}${between}${text}` : null;
    if (longer !== null && longer.length <= most) groups.splice(-1, 1, longer);
    else groups.push(text);
  }
  return groups;
}

/** Those of further labels are found, and are no loss. */
function leftOut(quoted: readonly string[]): string {
  const one = (text: string, label: string) => `${text} -label:${label}`;
  return quoted.reduce((text, label) => (one(text, label).length > mostOfLabels ? text : one(text, label)), '');
}

/** What is still to be put into a search: its order, and where the window of results before it ended. */
const room = ' archived:false sort:updated-desc  updated:<=2026-03-02T10:00:00Z';

/** The whole account, or the selected repositories in as few searches as they fit in. */
function scopes(installation: Installation, repositories: readonly SweptRepository[], room: number): readonly string[] {
  const whole = [`${installation.organisation ? 'org' : 'user'}:${installation.account}`];
  if (!installation.selected) return whole;
  const scopes = packed(
    repositories.map(({ owner, name }) => `repo:${owner}/${name}`),
    ' ',
    room,
  );
  const isTooMuch = scopes.length > mostScopes || scopes.some((scope) => scope.length > room);
  return isTooMuch ? whole : scopes;
}
