// What it costs to know people: a stranger one request, whoever names others a bounded number, and no answer is lost.
import { setImmediate as turn } from 'node:timers/promises';
import { expect, test } from '@jest/globals';
import type { GitHub } from '../../src/github/client.ts';
import { type StandingCache, standings } from '../../src/github/standing.ts';
import { ground, knowing, reading, repo, seen, start } from './ground.ts';

const logins = (count: number, from = 0) => Array.from({ length: count }, (_, n) => `@u${from + n}`).join(' ');
const question = { ...repo, teams: [], required: [], now: start };
const wanted = (count: number) => Array.from({ length: count }, (_, n) => ({ login: `u${n}`, person: null }));

test("a stranger's comment costs one request, whomever it names", async () => {
  const { github, count, ada, eve } = ground();
  ada.openIssue(repo, { title: 'T', body: '' });
  const known = knowing();
  await seen(github, 1, known);
  const before = count.rest;
  eve.comment(repo, 1, `/role scribe ${logins(6000)}`);
  expect(Object.keys((await seen(github, 1, known)).people)).toEqual(['ada', 'eve']);
  expect(count.rest - before).toBe(1);
});

test('whom people with access name is asked for: twenty a comment, a hundred a look, the newest first', async () => {
  const { world, github, count, bob } = ground();
  world.setPermission(repo, 'tri', 'triage');
  bob.openIssue(repo, { title: 'T', body: '' });
  for (let number = 0; number < 7; number += 1) {
    world.as('tri').comment(repo, 1, `/role scribe ${logins(25, number * 25)}\nthanks @elsewhere`);
  }
  const { people } = await seen(github, 1);
  expect(count.rest).toBe(102);
  expect([people.u150, people.u169, people.u170, people.u25]).toEqual([null, null, undefined, undefined]);
});

test('members of a responding team, and holders of roles from outside, may name people', async () => {
  const { world, github, ada, eve } = ground();
  world.setTeam('acme', 'sre', ['eve']);
  world.addUser('fay');
  ada.openIssue(repo, { title: 'T', body: '' });
  eve.comment(repo, 1, '/role scribe @bob');
  world.as('fay').comment(repo, 1, '/handover scribe @nobody');
  const read = () => reading({ responders: ['acme/sre'] });
  expect((await seen(github, 1, knowing({ read }))).people).toMatchObject({ bob: { permission: 'write' } });
  expect((await seen(github, 1, knowing({ read }))).people).not.toHaveProperty('nobody');
  ada.assign(repo, 1, 'fay');
  expect((await seen(github, 1, knowing({ read }))).people).toHaveProperty('nobody', null);
});

test('nobody who was not asked about is found by the name of something else', async () => {
  const { github, ada, eve } = ground();
  ada.openIssue(repo, { title: 'T', body: '' });
  eve.comment(repo, 1, '/role scribe @constructor');
  expect((await seen(github, 1)).people.constructor).toBeUndefined();
});

test('at most ten requests run at a time', async () => {
  let running = 0;
  let most = 0;
  const github: GitHub = {
    graphql: () => Promise.reject(new Error('no')),
    rest: async () => {
      running += 1;
      most = Math.max(most, running);
      await turn();
      running -= 1;
      return { status: 404, data: null };
    },
  };
  expect(Object.keys(await standings(github, wanted(45), question, new Map())).length).toBe(45);
  expect(most).toBe(10);
});

test('a request that fails ends the asking, and what was answered is not asked again', async () => {
  let asked = 0;
  const failing = (after: number): GitHub => ({
    graphql: () => Promise.reject(new Error('no')),
    rest: async () => {
      asked += 1;
      return asked > after ? { status: 502, data: null } : { status: 404, data: null };
    },
  });
  const cache: StandingCache = new Map();
  await expect(standings(failing(20), wanted(45), question, cache)).rejects.toThrow('502');
  await turn();
  expect(asked).toBeLessThanOrEqual(30);
  expect(cache.size).toBe(20);
  asked = 0;
  await standings(failing(100), wanted(45), question, cache);
  expect(asked).toBe(25);
});

test('who puts on a label that says nothing to us is not asked about; one of ours is another matter', async () => {
  const { github, count, ada, bob } = ground();
  ada.openIssue(repo, { title: 'T', body: '' });
  const known = knowing({ read: () => reading({ spoken: ['sev-1'] }) });
  await seen(github, 1, known);
  const before = count.rest;
  bob.addLabels(repo, 1, ['bug']);
  bob.removeLabels(repo, 1, ['bug']);
  expect(Object.keys((await seen(github, 1, known)).people)).toEqual(['ada']);
  expect(count.rest - before).toBe(0);
  bob.addLabels(repo, 1, ['SEV-1']);
  expect(Object.keys((await seen(github, 1, known)).people)).toEqual(['ada', 'bob']);
  expect(count.rest - before).toBe(1);
});
