import { Unprocessable } from './refusal.ts';
import { restLogin } from './shape/account.ts';
import { fullName } from './shape/repository.ts';
import type { Doer } from './world/doer.ts';
import type { Issue } from './world/model.ts';
import { sees } from './world/permission.ts';

/** GitHub shows at most this many results of one search. */
export const SEARCH_LIMIT = 1000;

const PLACES = new Set<string | undefined>(['repo', 'org', 'user']);

/**
 * Searches issues and pull requests as both of GitHub's search faces do: `repo: org: user: is: state: label: author:
 * assignee: reason: created: updated: closed: in: sort:`, `-` before a qualifier, bare words in title and body or where `in:` says.
 * Newest first unless sorted. Refuses a query of more than 256 characters and qualifiers it does not know.
 */
export function searchIssues(doer: Doer, query: string): Issue[] {
  if (query.length > 256) throw new Unprocessable('The search is longer than 256 characters.');
  const terms = [...query.matchAll(/(-?)(?:([\w-]+):)?("(?:[^"\\]|\\.)*"(?:,"[^"]*")*|\S+)/g)].map(
    ([, minus, key, value]) => ({
      ...{ not: minus === '-', key: key?.toLowerCase(), value: (value ?? '').replace(/^"|"$/g, '') },
    }),
  );
  const all = [...doer.world.state.repositories.values()].filter((repository) => sees(doer, repository));
  const issues = all.flatMap((repository) => [...repository.issues.values()]);
  const unknown = terms.find(({ key }) => key !== undefined && key !== 'sort' && !(key in QUALIFIERS));
  if (unknown) throw new Unprocessable(`The sandbox does not know the search qualifier ${unknown.key}:`);
  // Several places are alternatives; everything else has to hold together.
  const places = terms.filter(({ key, not }) => !not && PLACES.has(key));
  const others = terms.filter((term) => !places.includes(term) && term.key !== 'sort');
  const within = terms.flatMap(({ key, value }) => (key === 'in' ? value.split(',') : []));
  const found = issues.filter((issue) => {
    const here = places.length === 0 || places.some(({ key, value }) => matches(issue, key, value));
    return here && others.every(({ key, value, not }) => matches(issue, key, value, within) !== not);
  });
  return sorted(found, terms.find(({ key }) => key === 'sort')?.value ?? 'created-desc');
}

function sorted(issues: Issue[], order: string): Issue[] {
  const [field, direction] = order.split('-');
  const sign = direction === 'asc' ? 1 : -1;
  const key = (issue: Issue): number => Date.parse(field === 'updated' ? issue.updatedAt : issue.createdAt);
  return issues.sort((a, b) => sign * (key(a) - key(b) || a.id - b.id));
}

const same = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();

type Qualifier = (issue: Issue, value: string) => boolean;

const home: Qualifier = (issue, value) => same(issue.repository.owner.login, value);

const QUALIFIERS: Record<string, Qualifier> = {
  repo: (issue, value) => same(fullName(issue.repository), value),
  org: home,
  user: home,
  is,
  state: is,
  type: is,
  label: ({ labels }, value) => {
    return value
      .split(value.includes('","') ? '","' : ',')
      .some((name) => labels.some((label) => same(label.name, name.replaceAll('"', ''))));
  },
  author: ({ author }, value) => same(author.login, value.replace(/^app\//, '')) || same(restLogin(author), value),
  assignee: ({ assignees }, value) => assignees.some(({ login }) => same(login, value)),
  reason: ({ reason }, value) => reason !== null && same(reason.replace('_', ' '), value.replace('_', ' ')),
  head: ({ pull }, value) => pull?.headBranch.startsWith(value) ?? false,
  created: ({ createdAt }, value) => inRange(createdAt, value),
  updated: ({ updatedAt }, value) => inRange(updatedAt, value),
  closed: ({ closedAt }, value) => closedAt !== null && inRange(closedAt, value),
  archived: ({ repository }, value) => repository.archived === (value === 'true'),
  in: () => true, // Where the words stand: see `wordsOf`.
};

/** Title and body unless the search says where. */
function wordsOf({ title, body, timeline }: Issue, within: readonly string[]): string {
  const comments = timeline.flatMap((item) => (item.kind === 'IssueComment' ? item.body : []));
  const all = { title: [title], body: [body], comments };
  const named = within.length > 0 ? within : ['title', 'body'];
  return named.flatMap((place) => all[place as keyof typeof all] ?? []).join('\n');
}

function matches(issue: Issue, key: string | undefined, value: string, within: readonly string[] = []): boolean {
  if (key === undefined) return wordsOf(issue, within).toLowerCase().includes(value.toLowerCase());
  return QUALIFIERS[key]?.(issue, value) ?? false;
}

function is(issue: Issue, value: string): boolean {
  switch (value.toLowerCase()) {
    case 'issue':
      return issue.pull === null;
    case 'pr':
    case 'pull-request':
      return issue.pull !== null;
    case 'open':
    case 'closed':
      return issue.state === value.toLowerCase();
    case 'merged':
      return issue.pull?.merged === true;
    case 'unmerged':
      return issue.pull?.merged === false;
    case 'locked':
      return issue.locked;
    case 'public':
    case 'private':
      return issue.repository.private === (value.toLowerCase() === 'private');
    default:
      throw new Unprocessable(`The sandbox does not know is:${value}`);
  }
}

// A day stands for all of it: `>2026-03-02` begins with the third, `2026-03-02..2026-03-03` ends with the third.
function inRange(time: string, range: string): boolean {
  const at = Date.parse(time);
  const between = range.split('..');
  const start = (text: string): number => (text === '*' ? Number.NEGATIVE_INFINITY : Date.parse(text));
  const end = (text: string): number => {
    if (text === '*') return Number.POSITIVE_INFINITY;
    return Date.parse(text) + (text.length === 10 ? 86_400_000 : 1000) - 1;
  };
  if (between.length === 2) return at >= start(between[0] ?? '*') && at <= end(between[1] ?? '*');
  const text = range.replace(/^[<>]=?/, '');
  if (Number.isNaN(Date.parse(text))) throw new Unprocessable(`"${range}" is not a recognized date/time format.`);
  if (range.startsWith('>=')) return at >= start(text);
  if (range.startsWith('<=')) return at <= end(text);
  if (range.startsWith('>')) return at > end(text);
  if (range.startsWith('<')) return at < start(text);
  return at >= start(text) && at <= end(text);
}
