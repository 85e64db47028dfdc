// Many repositories: what each gave, what could not be read and why, and that the others go on.
import { beforeAll, describe, expect, test } from '@jest/globals';
import type { Actor } from '../../sandbox/actor.ts';
import { inProcess, noRequests } from '../../sandbox/client.ts';
import type { RepositorySettings } from '../../sandbox/world/settings.ts';
import type { World } from '../../sandbox/world.ts';
import type { Entry } from '../../src/core/entry.ts';
import type { GitHub } from '../../src/github/client.ts';
import { Unanswered } from '../../src/github/unanswered.ts';
import { addRepository, cardedIncidents, engineEntries, reading, smallWorld } from './ground.ts';

let entries: readonly Entry[];
beforeAll(async () => {
  entries = await engineEntries();
});

function read(world: World, repositories: readonly string[], actor: Actor = { kind: 'app' }) {
  const count = noRequests();
  return reading(world, { github: inProcess(world, actor, { count }), asked: { repositories, home: 'acme/ops' } }).then(
    (one) => ({ ...one, count }),
  );
}

function several(): World {
  const world = smallWorld();
  for (const name of ['api', 'mail', 'web']) addRepository(world, name);
  cardedIncidents(world, 2, entries);
  cardedIncidents(world, 3, entries, 'api');
  cardedIncidents(world, 60, entries, 'web');
  return world;
}

const counts = (repositories: readonly { name: string; incidents: number }[]) =>
  Object.fromEntries(repositories.map(({ name, incidents }) => [name, incidents]));

test('several are looked at in one request and read one after the other; those without incidents are not asked again', async () => {
  const names = ['acme/ops', 'acme/api', 'acme/mail', 'acme/web', 'acme/ops'];
  const { repositories, lines, count, failed } = await read(several(), names);
  expect(failed).toBeNull();
  expect(counts(repositories)).toEqual({ 'acme/ops': 2, 'acme/api': 3, 'acme/mail': 0, 'acme/web': 60 });
  expect(lines).toHaveLength(65);
  expect(count.graphql).toBe(1 + 1 + 1 + 2);
});

test('of an owner all that there are, those by name included once', async () => {
  const { repositories, lines } = await read(several(), ['acme/*', 'acme/web']);
  expect(counts(repositories)).toEqual({ 'acme/ops': 2, 'acme/api': 3, 'acme/mail': 0, 'acme/web': 60 });
  expect(lines).toHaveLength(65);
});

test('an owner with more than fifty is followed to its end', async () => {
  const world = several();
  for (let index = 0; index < 70; index += 1) addRepository(world, `x${index}`);
  const { repositories, count } = await read(world, ['acme/*']);
  expect(repositories).toHaveLength(74);
  expect(count.graphql).toBe(2 + 4);
});

test('a first look that is too big is made in parts', async () => {
  const world = several();
  for (let index = 0; index < 70; index += 1) addRepository(world, `x${index}`);
  const whole = await read(world, ['acme/*']);
  const own = inProcess(world, { kind: 'app' });
  let most = 0;
  const github: GitHub = {
    rest: own.rest,
    graphql(document, variables) {
      if (Number(variables.each) > 10) throw new Unanswered('too big', { status: 502 });
      most = Math.max(most, Number(variables.each ?? 0));
      return own.graphql(document, variables);
    },
  };
  const parts = await reading(world, { github, asked: { repositories: ['acme/*'] } });
  expect(parts.failed).toBeNull();
  expect(parts.lines).toEqual(whole.lines);
  expect(parts.repositories).toEqual(whole.repositories);
  expect(most).toBeGreaterThan(0);
});

describe('one that cannot be read', () => {
  const why = async (act: (world: World) => void, names: readonly string[], actor?: Actor) => {
    const world = several();
    act(world);
    const { repositories, lines, failed } = await read(world, names, actor);
    expect(failed).toBeNull();
    return { problems: repositories.filter(({ problem }) => problem !== null), lines: lines.length };
  };
  const set = (over: Partial<RepositorySettings>) => (world: World) => {
    const repository = world.repository('acme', 'api');
    if (repository) Object.assign(repository.settings, over);
  };

  test.each<[string, (world: World) => void, RegExp]>([
    ['is forbidden', set({ refuses: 'forbidden' }), /may not read it.*Issues: read/],
    ['wants a token authorised', set({ refuses: 'saml' }), /Configure SSO/],
    ['has no issues', set({ issues: false }), /Issues are turned off/],
  ])('because it %s is named with why, and the others go on', async (_, act, words) => {
    const { problems, lines } = await why(act, ['acme/ops', 'acme/api', 'acme/web']);
    expect(problems).toEqual([
      { name: 'acme/api', incidents: 0, fromIssueOnly: 0, problem: expect.stringMatching(words) },
    ]);
    expect(lines).toBe(62);
  });

  test('because there is none is named, too', async () => {
    const { problems, lines } = await why(() => {}, ['acme/ops', 'acme/nothing', 'nobody/*']);
    expect(problems.map(({ name }) => name)).toEqual(['acme/nothing', 'nobody/*']);
    expect(lines).toBe(2);
  });

  test('among those of an owner is named, too', async () => {
    const { problems, lines } = await why(set({ refuses: 'saml' }), ['acme/*']);
    expect(problems).toMatchObject([{ name: 'acme/*', problem: expect.stringContaining('Configure SSO') }]);
    expect(lines).toBe(62);
  });

  test('because it is archived is none: it is read', async () => {
    const world = several();
    const repository = world.repository('acme', 'api');
    if (repository) repository.archived = true;
    expect(counts((await read(world, ['acme/api'])).repositories)).toEqual({ 'acme/api': 3 });
  });

  test('fails the whole where it is the only one', async () => {
    const { failed, repositories } = await read(several(), ['acme/nothing']);
    expect(failed?.message).toMatch(/^Nothing can be read\. acme\/nothing: There is no such repository/);
    expect(repositories).toEqual([]);
  });
});

describe("a workflow's token", () => {
  const workflow = (permissions: Readonly<Record<string, 'read' | 'write'>>): Actor => ({
    ...{ kind: 'app', slug: 'github-actions', repository: 'acme/ops' },
    permissions: { metadata: 'read', ...permissions },
  });
  const usual = workflow({ issues: 'write', contents: 'read' });

  test('reads its own repository, and is told which token to make for a private one', async () => {
    const world = several();
    addRepository(world, 'secret', undefined, true);
    const { repositories, lines, failed } = await read(world, ['acme/ops', 'acme/secret'], usual);
    expect(failed).toBeNull();
    expect(lines).toHaveLength(2);
    expect(repositories[0]).toMatchObject({
      name: 'acme/secret',
      problem: expect.stringMatching(/own repository only.*fine-grained/),
    });
  });

  test('is told what it does not see of an owner', async () => {
    const world = several();
    addRepository(world, 'secret', undefined, true);
    const { repositories } = await read(world, ['acme/*'], usual);
    expect(repositories[0]).toMatchObject({
      name: 'acme/*',
      problem: expect.stringMatching(/sees 4 repositories of it.*GitHub App/),
    });
  });

  test('without the right to read the issues of a private repository fails and says what to grant', async () => {
    const world = several();
    const home = world.repository('acme', 'ops');
    if (home) home.private = true;
    for (const granted of ['contents', 'issues']) {
      const { failed } = await read(world, ['acme/ops'], workflow({ [granted]: 'read' }));
      expect(failed?.message).toMatch(/may not read it/);
    }
  });
});
