// What who administers a repository does to it as a whole.
import { expect, test } from '@jest/globals';
import { doerOf } from '../../sandbox/actor.ts';
import { renameRepository } from '../../sandbox/acts/house.ts';
import { callRest } from '../../sandbox/rest.ts';
import { OPS, smallWorld } from './small-world.ts';

test('who asks for the old name of a repository is led to the new one, until another takes it', () => {
  const world = smallWorld();
  const other = { owner: 'acme', name: 'other' };
  world.createRepository('acme', 'other');
  for (const name of [OPS, other]) world.setPermission(name, 'roo', 'admin');
  const rename = (login: string, from: string, to: string) =>
    renameRepository(doerOf(world, { kind: 'user', login }), world.repository('acme', from)!, to);
  const asked = (name: string) =>
    callRest(world, { kind: 'app' }, { method: 'GET', path: `/repos/acme/${name}` }).data as { full_name: string };
  expect(() => rename('ada', 'ops', 'incidents')).toThrow('Must have admin rights');
  expect(() => rename('roo', 'ops', 'other')).toThrow('Name already exists');
  rename('roo', 'ops', 'incidents');
  expect([asked('ops').full_name, asked('incidents').full_name]).toEqual(['acme/incidents', 'acme/incidents']);
  rename('roo', 'other', 'ops');
  expect(asked('ops').full_name).toBe('acme/ops');
});
