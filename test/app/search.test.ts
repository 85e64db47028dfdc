// Searching beyond what GitHub shows of one search.
import type { GitHub } from '../../src/github/client.ts';
import type { Installation, SweptRepository } from '../../src/github/installations.ts';
import { queries, refusedWords } from '../../src/github/queries.ts';
import { search } from '../../src/github/search.ts';
import { refusedByGitHub } from '../../src/render/replies/told.ts';

interface Changed {
  readonly number: number;
  readonly updatedAt: string;
}

/** A GitHub with these issues, the newest change first, that shows a thousand of a search. */
function searching(issues: readonly Changed[]) {
  const asked: string[] = [];
  const github: GitHub = {
    async graphql(_document, { query, after }) {
      asked.push(String(query));
      const until = /updated:(?:<=|\S+\.\.)(\S+)/.exec(String(query))?.[1] ?? '9999';
      const shown = issues.filter(({ updatedAt }) => updatedAt <= until).slice(0, 1000);
      const start = Number(after ?? 0);
      const nodes = shown.slice(start, start + 100).map((issue) => ({
        ...{ ...issue, closed: issue.number % 2 === 0, author: null, labels: { nodes: [{ name: 'sev-1' }, null] } },
        repository: { name: 'ops', owner: { login: 'acme' } },
      }));
      const pageInfo = { hasNextPage: start + 100 < shown.length, endCursor: String(start + 100) };
      return { data: { search: { nodes, pageInfo }, rateLimit: { limit: 5000, remaining: 4321 } }, errors: [] };
    },
    rest: () => Promise.reject(new Error('no REST')),
  };
  return { github, asked };
}

const manyIssues = (count: number, each: number) =>
  Array.from({ length: count }, (_, place) => ({
    number: count - place,
    updatedAt: new Date(Date.parse('2026-03-02T10:00:00Z') - Math.floor(place / each) * 1000)
      .toISOString()
      .replace('.000', ''),
  }));

test('behind a thousand results it searches on from the oldest change that it was shown', async () => {
  const { github, asked } = searching(manyIssues(2350, 3));
  const { found, points } = await search(github, { query: 'is:issue org:acme', each: 100, most: 1000, words: false });
  expect(new Set(found.map(({ ref }) => ref.number)).size).toBe(2350);
  expect(found.length).toBe(2350);
  expect(points).toEqual({ limit: 5000, remaining: 4321 });
  expect(asked.length).toBe(24);
  expect(found[1]).toMatchObject({ by: null, closed: true === (found[1]!.ref.number % 2 === 0), labels: ['sev-1'] });
});

test('what is searched for is what we say when GitHub refuses the pull request', () => {
  const told = refusedByGitHub({ kind: 'post-mortem-refused', message: 'No' });
  expect(told.startsWith(refusedWords)).toBe(true);
});

test('a search of what changed lately keeps its beginning', async () => {
  const { github, asked } = searching(manyIssues(1200, 1));
  await search(github, {
    query: 'is:issue updated:>2026-02-27T10:00:00Z org:acme',
    each: 100,
    most: 1000,
    words: false,
  });
  expect(asked.at(-1)).toMatch(/^is:issue updated:2026-02-27T10:00:00Z\.\.2026-03-02T09:43:21Z org:acme$/);
});

test('more than a thousand of one second are given up, and one page is one page', async () => {
  const { github, asked } = searching(manyIssues(1500, 1500));
  expect((await search(github, { query: 'is:issue org:acme', each: 100, most: 1000, words: false })).found.length).toBe(
    1000,
  );
  asked.length = 0;
  expect((await search(github, { query: 'is:issue org:acme', each: 100, most: 100, words: false })).found.length).toBe(
    100,
  );
  expect(asked.length).toBe(1);
});

test('what is searched beside is read in the same request, and behind a page of it; only what we opened here ourselves counts', async () => {
  const pull = (number: number, other = {}) => ({
    ...{ number, updatedAt: '2026-01-02T10:00:00Z', headRefName: `post-mortem/${number}`, isCrossRepository: false },
    ...{ viewerDidAuthor: true, repository: { name: 'ops', owner: { login: 'acme' } }, ...other },
  });
  const pages = {
    first: [pull(1), pull(2, { isCrossRepository: true }), pull(3, { viewerDidAuthor: false }), null],
    second: [pull(4, { headRefName: 'post-mortem-4' }), pull(5, { headRefName: 'post-mortem/5/x' })],
  };
  const asked: unknown[] = [];
  const github: GitHub = {
    async graphql(_, { query, after, both }) {
      asked.push([query, after, both]);
      const page = (nodes: unknown, more: boolean) => ({
        ...{ nodes, pageInfo: { hasNextPage: more, endCursor: more ? 'c' : null } },
      });
      const rest = query === 'open' ? { search: page(pages.second, false) } : { search: page([], false) };
      return { data: { ...rest, ...(both ? { beside: page(pages.first, true) } : {}), rateLimit: null }, errors: [] };
    },
    rest: () => Promise.reject(new Error('not asked')),
  };
  const { owed } = await search(github, { query: 'lately', each: 25, most: 1000, words: false, beside: 'open' });
  expect(owed.map(({ number }) => number)).toEqual([1, 4]);
  expect(asked).toEqual([
    ['lately', null, true],
    ['open', 'c', false],
  ]);
});

test('of thousands of selected repositories the whole account is searched', () => {
  const installation: Installation = { id: 1, account: 'acme', organisation: true, selected: true };
  const repositories: SweptRepository[] = Array.from({ length: 2000 }, (_, place) => {
    const name = `service-${place}`;
    return { id: `R${place}`, owner: 'acme', name, key: `acme/${name}` };
  });
  const all = queries(installation, repositories, ['incident'], { since: '2026-02-27T10:00:00Z', first: true });
  expect(all.map(({ query }) => query.split(' ').at(-1))).toEqual(Array<string>(4).fill('org:acme'));
});
