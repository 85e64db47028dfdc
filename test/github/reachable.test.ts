// What it costs to call somebody: a request for each person and team, once in five minutes, and none where nobody is called.

import { type ReachQuestion, reachable } from '../../src/github/reachable.ts';
import type { Reachable } from '../../src/oncall/reach.ts';
import { ground, repo, start } from './ground.ts';

const nobody: Reachable = { people: {}, teams: {} };
const after = (minutes: number) => new Date(Date.parse(start) + minutes * 60_000).toISOString();

function asking(repository: ReachQuestion['repository'] = { ...repo, private: false }) {
  const caches = { standings: new Map(), members: new Map() };
  return (minutes: number) => ({ repository, now: after(minutes), ...caches });
}

test('each person and team is asked about once in five minutes', async () => {
  const { world, github, count } = ground();
  world.setTeam('acme', 'sre', ['bob', 'eve']);
  const at = asking();
  const wanted = ['@bob', '@nobody-here', 'acme/sre', 'acme/no-such-team'];
  const told = await reachable(github, wanted, nobody, at(0));
  expect(told).toEqual({
    people: { bob: true, 'nobody-here': false },
    teams: { 'acme/sre': ['bob', 'eve'], 'acme/no-such-team': null },
  });
  expect(count.rest).toBe(4);
  expect(await reachable(github, wanted, nobody, at(4))).toEqual(told);
  expect(count.rest).toBe(4);
  await reachable(github, wanted, nobody, at(6));
  expect(count.rest).toBe(8);
});

test('who cannot read a private repository is not reached by a mention', async () => {
  const { world, github } = ground();
  const vault = { owner: 'acme', name: 'vault', private: true };
  world.createRepository('acme', 'vault', { private: true });
  world.setPermission(vault, 'bob', 'read');
  expect(await reachable(github, ['@bob', '@eve'], nobody, asking(vault)(0))).toMatchObject({
    people: { bob: true, eve: false },
  });
});

test('an answer that is none is no answer', async () => {
  const { github } = ground();
  const broken = { ...github, rest: () => Promise.resolve({ status: 502, data: null }) };
  await expect(reachable(broken, ['acme/sre'], nobody, asking()(0))).rejects.toThrow('did not tell');
});
