// What it costs to know people: a stranger one request, whoever names others a bounded number, and no answer is lost.
import { setImmediate as turn } from 'node:timers/promises';
import { expect, test } from '@jest/globals';
import { commentsOf } from '../../src/core/snapshot.ts';
import type { GitHub } from '../../src/github/client.ts';
import { itemName, speakers } from '../../src/github/speakers.ts';
import { forgetOld, type Shown, type StandingCache, standings } from '../../src/github/standing.ts';
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
  expect(Object.keys((await seen(github, 1, known)).people)).toEqual(['eve', 'ada']);
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
  expect(Object.keys((await seen(github, 1, known)).people)).toEqual(['bob', 'ada']);
  expect(count.rest - before).toBe(1);
});

/** One who is asked about, and how often GitHub was. */
function remembering(permissions: Readonly<Record<string, boolean>>, id = 'U_1') {
  let asked = 0;
  const github: GitHub = {
    graphql: () => Promise.reject(new Error('no')),
    rest: async () => {
      asked += 1;
      return { status: 200, data: { user: { node_id: id, login: 'bob', type: 'User', permissions } } };
    },
  };
  const cache: StandingCache = new Map();
  const person = { id: 'U_1', login: 'bob', bot: false };
  return {
    cache,
    asked: () => asked,
    at: async (minute: number, shown?: Shown, who = person) => {
      const now = `2026-03-02T${10 + Math.floor(minute / 60)}:${String(minute % 60).padStart(2, '0')}:00Z`;
      const found = await standings(github, [{ login: 'bob', person: who, shown }], { ...question, now }, cache);
      return found.bob?.permission;
    },
  };
}

test('write access is remembered for an hour while GitHub counts them among its members, else for five minutes', async () => {
  const { at, asked } = remembering({ push: true, pull: true });
  expect([await at(0), await at(4)]).toEqual(['write', 'write']);
  expect(asked()).toBe(1);
  expect(await at(59, 'belongs')).toBe('write');
  expect(asked()).toBe(1);
  await at(59);
  expect(asked()).toBe(2);
  await at(59 + 61, 'belongs');
  expect(asked()).toBe(3);
});

test('what gives no right is remembered for five minutes only, and of another account nothing', async () => {
  const reader = remembering({ pull: true });
  await reader.at(0);
  await reader.at(6, 'belongs');
  expect(reader.asked()).toBe(2);
  const writer = remembering({ push: true });
  await writer.at(0);
  await writer.at(6, 'belongs', { id: 'U_2', login: 'bob', bot: false });
  expect(writer.asked()).toBe(2);
});

test('who did what takes write access has write access, whenever it was asked; not more', async () => {
  const { at, asked } = remembering({ maintain: true, push: true });
  expect([await at(0), await at(30, 'writes'), await at(300, 'writes')]).toEqual(['maintain', 'maintain', 'write']);
  expect(asked()).toBe(1);
});

test('what is older than usual can be forgotten, of those who are named and here only', async () => {
  const { at, asked, cache } = remembering({ push: true });
  await at(0);
  const now = '2026-03-02T10:20:00Z';
  expect(forgetOld(cache, { owner: 'acme', name: 'other' }, ['bob'], now)).toBe(false);
  expect(forgetOld(cache, repo, ['bo', 'bobby'], now)).toBe(false);
  expect(forgetOld(cache, repo, ['bob'], '2026-03-02T10:04:00Z')).toBe(false);
  expect(forgetOld(cache, repo, ['BOB'], now)).toBe(true);
  await at(20, 'belongs');
  expect(asked()).toBe(2);
});

test('whose comment tells that they belong, who edited ours and who merged shows in the look', async () => {
  const { world, github, ada, bob, eve } = ground();
  ada.openIssue(repo, { title: 'T', body: '' });
  const list = world.as('sitrep').comment(repo, 1, 'Boxes');
  bob.comment(repo, 1, '/ack');
  eve.comment(repo, 1, '/ack');
  ada.editComment(repo, list.id, 'Boxes!');
  const wanted = speakers(await seen(github, 1), new Set(), new Set());
  expect(wanted.map(({ login, shown }) => [login, shown]).toSorted()).toEqual([
    ['ada', 'writes'],
    ['bob', 'belongs'],
    ['eve', undefined],
  ]);
});

test('that we wrote in our own comment again makes nobody who wrote in it before unknown', async () => {
  const { world, github, ada } = ground();
  ada.openIssue(repo, { title: 'T', body: '' });
  const list = world.as('sitrep').comment(repo, 1, 'Boxes');
  ada.editComment(repo, list.id, 'Boxes!');
  const nameNow = async () => itemName(commentsOf(await seen(github, 1))[0]!);
  const before = await nameNow();
  world.as('sitrep').editComment(repo, list.id, 'Boxes, by ada');
  expect(await nameNow()).toBe(before);
  ada.editComment(repo, list.id, 'Boxes!!');
  expect(await nameNow()).not.toBe(before);
});

test('three and more who belong here are asked about in one request, whoever else speaks alone', async () => {
  const { world, github, count, ada, bob, eve } = ground();
  world.setPermission(repo, 'tri', 'triage');
  eve.openIssue(repo, { title: 'T', body: '' });
  const known = knowing();
  await seen(github, 1, known);
  for (const person of [bob, world.as('tri'), eve]) person.comment(repo, 1, '/ack');
  expect((await seen(github, 1, { ...known, standings: new Map() })).people).toMatchObject({
    bob: { permission: 'write' },
    tri: { permission: 'triage' },
    eve: { permission: 'read' },
  });
  expect(count.byRoute['GET /repos/{owner}/{repo}/collaborators']).toBeUndefined();
  ada.comment(repo, 1, '/ack');
  const before = count.rest;
  expect((await seen(github, 1, { ...known, standings: new Map() })).people).toMatchObject({
    ada: { permission: 'maintain' },
    bob: { permission: 'write' },
    tri: { permission: 'triage' },
    eve: { permission: 'read' },
  });
  expect(count.byRoute['GET /repos/{owner}/{repo}/collaborators']).toBe(1);
  expect(count.rest - before).toBe(2);
});

test('where GitHub tells no list, each is asked about alone', async () => {
  const { world, github, ada, bob } = ground();
  ada.openIssue(repo, { title: 'T', body: '' });
  world.setPermission(repo, 'tri', 'triage');
  for (const person of [ada, bob, world.as('tri')]) person.comment(repo, 1, '/ack');
  const closed: GitHub = {
    ...github,
    rest: async (route, parameters) =>
      route.endsWith('/collaborators') ? { status: 403, data: null } : github.rest(route, parameters),
  };
  expect((await seen(closed, 1)).people).toMatchObject({ bob: { permission: 'write' }, tri: { permission: 'triage' } });
});

/** As a process asks that stays. */
const ahead = (minute: number) => {
  const now = new Date(Date.parse(start) + minute * 60_000).toISOString();
  return { ...question, ahead: true, now };
};
const member = (login: string, id: string, permissions: Readonly<Record<string, boolean>> = { push: true }) => ({
  ...{ login, node_id: id, type: 'User', permissions },
});
const belongs = (login: string, id: string) => ({
  ...{ login, person: { id, login, bot: false }, shown: 'belongs' as const },
});

/** GitHub with this list; each person alone may write. */
function listing(list: readonly ReturnType<typeof member>[] | null) {
  const asked: string[] = [];
  const github: GitHub = {
    graphql: () => Promise.reject(new Error('no')),
    rest: async (route, { username }) => {
      asked.push(route.endsWith('/collaborators') ? 'list' : route.includes('/teams/') ? 'team' : `${username}`);
      if (route.endsWith('/collaborators')) return { status: list ? 200 : 403, data: list };
      if (route.includes('/teams/')) return { status: 404, data: null };
      return { status: 200, data: { user: member(`${username}`, `U_${username}`) } };
    },
  };
  return { github, asked };
}

test('a process that stays asks about the first who belongs here with all others: who speaks next is known', async () => {
  const { github, asked } = listing([member('ada', 'U_ada'), member('bob', 'U_bob'), member('rae', 'U_rae', {})]);
  const cache: StandingCache = new Map();
  expect(await standings(github, [belongs('ada', 'U_ada')], ahead(0), cache)).toMatchObject({
    ada: { permission: 'write' },
  });
  expect(await standings(github, [belongs('bob', 'U_bob')], ahead(9), cache)).toMatchObject({
    bob: { permission: 'write' },
  });
  expect(asked).toEqual(['list']);
  // What gives no right is as old as ever after five minutes, and so is everybody after an hour; a login is no person.
  await standings(github, [belongs('rae', 'U_rae')], ahead(9), cache);
  expect(asked).toEqual(['list', 'list']);
  await standings(github, [belongs('bob', 'U_bob')], ahead(60 + 9), cache);
  expect(asked).toEqual(['list', 'list', 'list']);
  await standings(github, [belongs('bob', 'U_other')], ahead(60 + 9), cache);
  expect(asked.length).toBe(4);
});

test('whom somebody names is looked for in the same list, and it is no worse for not telling of a stranger', async () => {
  const { github, asked } = listing([member('ada', 'U_ada'), member('cleo', 'U_cleo')]);
  const cache: StandingCache = new Map();
  await standings(github, [belongs('ada', 'U_ada')], ahead(0), cache);
  expect(await standings(github, [{ login: 'Cleo', person: null }], ahead(7), cache)).toMatchObject({
    cleo: { person: { id: 'U_cleo', login: 'cleo' }, permission: 'write' },
  });
  // The hour of all who are in it begins anew.
  await standings(github, [belongs('ada', 'U_ada')], ahead(66), cache);
  expect(asked).toEqual(['list', 'list']);
  await standings(github, [{ login: 'eve', person: null }], ahead(67), cache);
  await standings(github, [belongs('ada', 'U_ada')], ahead(130), cache);
  expect(asked.slice(2)).toEqual(['list', 'eve', 'list']);
});

test('a list that does not tell whom it was asked for is asked for once a day', async () => {
  for (const list of [null, [member('ada', 'U_ada')]]) {
    const { github, asked } = listing(list);
    const cache: StandingCache = new Map();
    await standings(github, [belongs('bob', 'U_bob')], ahead(0), cache);
    await standings(github, [belongs('cleo', 'U_cleo')], ahead(1), cache);
    expect(asked).toEqual(['list', 'bob', 'cleo']);
    await standings(github, [belongs('cleo', 'U_cleo')], ahead(24 * 60 + 2), cache);
    expect(asked.slice(3)).toEqual(['list', 'cleo']);
  }
});

test('nobody is asked about ahead for a stranger, by a process that ends, or where teams must be asked as well', async () => {
  const { github, asked } = listing([member('ada', 'U_ada'), member('bob', 'U_bob')]);
  const stranger = { ...belongs('bob', 'U_bob'), shown: undefined };
  await standings(github, [stranger], ahead(0), new Map());
  await standings(github, [belongs('bob', 'U_bob')], { ...ahead(0), ahead: false }, new Map());
  expect(asked).toEqual(['bob', 'bob']);
  const cache: StandingCache = new Map();
  const required = { ...ahead(0), required: ['acme/db'] };
  await standings(github, [belongs('ada', 'U_ada')], required, cache);
  await standings(github, [belongs('bob', 'U_bob')], required, cache);
  expect(asked.slice(2)).toEqual(['list', 'team', 'list', 'team']);
});
