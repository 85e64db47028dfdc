// What our documents cost by GitHub's formula: https://docs.github.com/en/graphql/overview/rate-limits-and-query-limits-for-the-graphql-api
import { parse } from 'graphql';
import { costOf } from '../../sandbox/graphql/cost.ts';
import {
  longLookDocument,
  lookDocument,
  pullsDocument,
  pullThreadDocument,
  threadDocument,
} from '../../src/github/look.ts';

const pointsOf = (document: string, page = 100): number => costOf(parse(document), { page }).points;

test('the formula, by the example in GitHub’s documentation: 51 points', () => {
  const example = `{ viewer { login repositories(first: 100) { edges { node { id issues(first: 50) { edges { node {
    id labels(first: 60) { edges { node { id name } } } } } } } } } } }`;
  expect(pointsOf(example)).toBe(51);
});

test('a look costs five points, at a thread of many pages ten; each further page four', () => {
  expect(
    [lookDocument, longLookDocument, threadDocument, pullThreadDocument, pullsDocument].map((one) => pointsOf(one)),
  ).toEqual([5, 10, 4, 3, 1]);
});

test('what is asked is far from what GitHub refuses', () => {
  const nodes = [lookDocument, longLookDocument].map((document) => costOf(parse(document), { page: 100 }).nodes);
  expect(Math.max(...nodes)).toBeLessThan(25_000);
});
