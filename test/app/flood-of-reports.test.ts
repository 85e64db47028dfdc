// Two hundred reports of one outsider cost next to nothing, and a real one beside them is served at once.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { repo, report, type Stage, stage } from './running.ts';

let running: Stage;

beforeAll(async () => {
  running = await stage((world) => {
    world.as('ada').createLabel(repo, { name: 'incident', color: 'd73a4a' });
    world.addUser('eve');
  });
});

afterAll(() => running.end());

function fake(number: number) {
  running.world
    .as('eve')
    .openIssue(repo, { title: `Fake ${number}`, body: report, labels: ['incident'], template: true });
}

function ownComments(number: number): readonly string[] {
  const issue = running.world.dump().issues.find((one) => one.number === number);
  return (issue?.comments ?? []).filter(({ author }) => author === 'sitrep[bot]').map(({ body }) => body);
}

function asked(): number {
  const { graphql, rest } = running.sandbox.requests;
  return graphql + rest;
}

test('three are taken up, the fourth is answered, no other is even looked at, and a real one is served', async () => {
  for (let number = 1; number <= 4; number += 1) {
    fake(number);
    await running.quiet();
  }
  const before = asked();
  for (let number = 5; number <= 200; number += 1) fake(number);
  await running.quiet();
  expect(asked()).toBe(before);
  running.world.as('ada').openIssue(repo, { title: 'Real', body: report, labels: ['incident'], template: true });
  await running.quiet();
  expect(ownComments(201)).toHaveLength(1);
  expect([1, 2, 3, 4, 5, 200].map((number) => ownComments(number).length)).toEqual([1, 1, 1, 1, 0, 0]);
  expect(ownComments(4)[0]).toContain('`/incident`');
});

test('once somebody has declined one, the next is looked at again', async () => {
  running.world.as('bob').comment(repo, 1, '/decline because it is not real');
  running.world.as('bob').comment(repo, 2, '/decline because it is not real');
  await running.quiet();
  const before = asked();
  fake(202);
  await running.quiet();
  expect(asked()).toBeGreaterThan(before);
});
