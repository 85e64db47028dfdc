// Incidents whose review is owed are asked for by number, in whatever repositories they are: fifty in a request, and no more than asked for.
import type { GitHub } from '../../src/github/client.ts';
import { searchAll } from '../../src/github/search-all.ts';

const pullOf = (number: number) => ({
  ...{ number: number + 1000, updatedAt: '2026-01-02T10:00:00Z', headRefName: `post-mortem/${number}` },
  ...{ isCrossRepository: false, viewerDidAuthor: true },
  repository: { name: number % 2 === 0 ? 'even' : 'odd', owner: { login: 'acme' } },
});

/** A GitHub where so many post-mortems wait; the incident of the third is gone, and the first one changed lately. */
function waiting(many: number, { card = true, words = false } = {}) {
  const asked: number[] = [];
  const issueOf = (number: unknown, name: unknown) => ({
    ...{ id: `I${number}`, number, updatedAt: '2026-01-01T10:00:00Z', closed: true, author: null },
    early: { nodes: [{ viewerDidAuthor: card, createdAt: '2026-01-01T10:00:00Z', lastEditedAt: null }] },
    repository: { name, owner: { login: 'acme' } },
  });
  const github: GitHub = {
    async graphql(document, variables) {
      const page = (nodes: unknown) => ({ nodes, pageInfo: { hasNextPage: false, endCursor: null } });
      if (document.startsWith('query search')) {
        const besideOf = (number: number) =>
          words ? issueOf(number, number % 2 === 0 ? 'even' : 'odd') : pullOf(number);
        const beside = page(Array.from({ length: many }, (_, place) => besideOf(place + 1)));
        return { data: { search: page([issueOf(1, 'odd')]), beside, rateLimit: null }, errors: [] };
      }
      const places = Object.keys(variables).filter((key) => key.startsWith('number'));
      asked.push(places.length);
      const found = places.map((key, at) => {
        const issue = variables[key] === 3 ? null : issueOf(variables[key], variables[`name${at}`]);
        return [`at${at}`, { issue }];
      });
      return { data: Object.fromEntries(found), errors: [{ type: 'NOT_FOUND', message: 'Could not resolve' }] };
    },
    rest: () => Promise.reject(new Error('not asked')),
  };
  return { github, asked };
}

const query = { query: 'lately', each: 25, most: 1000, words: false, beside: 'unmerged' };

test('what no search found and what is still there, once each', async () => {
  const { github, asked } = waiting(60);
  const { found, owed } = await searchAll(github, [query, query], () => true);
  expect(asked).toEqual([50, 9]);
  expect(new Set(found.map(({ ref }) => ref.number))).toEqual(new Set([1]));
  expect(owed.length).toBe(58);
  expect(owed.slice(0, 2)).toMatchObject([
    { ref: { name: 'even', number: 2 }, id: 'I2', closed: true },
    { ref: { name: 'even', number: 4 }, id: 'I4', closed: true },
  ]);
});

test('where none is wanted nothing is asked', async () => {
  const { github, asked } = waiting(60);
  expect((await searchAll(github, [query], () => false)).owed).toEqual([]);
  expect(asked).toEqual([]);
});

test('an incident with our pull request counts wherever its card stands; the words of a refusal only where our card is', async () => {
  const numbers = async (given: { readonly card: boolean; readonly words: boolean }) =>
    (await searchAll(waiting(4, given).github, [query], () => true)).owed.map(({ ref }) => ref.number);
  expect(await numbers({ card: false, words: false })).toEqual([2, 4]);
  expect(await numbers({ card: true, words: true })).toEqual([2, 4]);
  expect(await numbers({ card: false, words: true })).toEqual([]);
});
