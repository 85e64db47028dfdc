// `sitrep labels` over real HTTP: what it makes, what it leaves, what it tells, and what it costs.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type Sandbox, startSandbox } from '../../sandbox/server.ts';
import { settingsForPerson } from '../../sandbox/settings-for.ts';
import type { World } from '../../sandbox/world.ts';
import { repo, smallWorld } from '../app/running.ts';
import { sitrepIn } from './folder.ts';

let world: World;
let sandbox: Sandbox;

beforeAll(async () => {
  world = smallWorld();
  world.setPermission(repo, 'rea', 'read');
  sandbox = await startSandbox({ world, webhookSecret: 'x', clock: 'still' });
});

afterAll(() => sandbox.close());

const say = (login: string, ...words: string[]) => sitrepIn('/', words, settingsForPerson(sandbox, login));
const named = (name: string) => world.repository('acme', 'ops')?.labels.find((label) => label.name === name);
const rows = (out: string) =>
  [...out.matchAll(/^│ (.*?) │$/gm)].map(([, row = '']) => row.split('│').map((cell) => cell.trim()));
const allLabels = () =>
  world.repository('acme', 'ops')?.labels.map(({ name, color, description }) => ({ name, color, description }));

test('who may not write is told so once, and nothing is said to be done', async () => {
  const { code, out, err } = await say('rea', 'labels', 'acme/ops');
  expect(code).toBe(1);
  expect(err).toContain('"Issues: write"');
  expect(
    new Set(
      rows(out)
        .slice(1)
        .map(([, , result]) => result),
    ),
  ).toEqual(new Set(['refused (403)', 'not tried']));
  expect(out).toMatch(/0 created, 0 changed, 0 unchanged, 1 refused \(403\), \d+ not tried; 3 requests\.$/);
});

test('--dry-run tells the same and changes nothing', async () => {
  world.as('bob').createLabel(repo, { name: 'SEV-1', color: '000000', description: 'ours' });
  const before = allLabels();
  const dry = await say('bob', 'labels', 'acme/ops', '--dry-run');
  expect([dry.code, allLabels()]).toEqual([0, before]);
  const real = await say('bob', 'labels', 'acme/ops');
  expect(rows(real.out)).toEqual(rows(dry.out));
  expect(dry.out).toMatch(/^Would be: 11 created, 1 changed, 0 unchanged; 2 requests\. Nothing was changed\.$/m);
  expect(real.out).toMatch(/^11 created, 1 changed, 0 unchanged; 14 requests\.$/m);
});

test('they are as the handbook has them, and no other one is gone', async () => {
  expect(named('sev-1')).toMatchObject({
    color: 'b60205',
    description: 'Critical: a business-critical function is gone',
  });
  expect(named('status: new')).toMatchObject({ color: 'd4c5f9' });
  expect(named('SEV-1')).toBeUndefined();
  expect(named('good first issue')).toBeDefined();
  const again = await say('bob', 'labels', 'acme/ops');
  expect(again.out).toMatch(/^0 created, 0 changed, 12 unchanged; 2 requests\.$/m);
  expect(sandbox.requests.invalid).toEqual([]);
});

test("the repository's own config says which, and one that is not sound says nothing", async () => {
  world.as('bob').push(repo, {
    '.github/sitrep.yml':
      'label: {name: outage}\ntypes: {x: {name: X, description: X, label: {name: "type: x", color: "00ff00"}}}\n',
  });
  expect((await say('bob', 'labels', 'acme/ops')).out).toMatch(/^2 created, 0 changed, 11 unchanged/m);
  expect(named('type: x')).toMatchObject({ color: '00ff00' });
  world.as('bob').push(repo, { '.github/sitrep.yml': 'labl: {name: x}\n' });
  const broken = await say('bob', 'labels', 'acme/ops');
  expect(broken).toMatchObject({
    code: 1,
    out: '',
    err: expect.stringContaining('.github/sitrep.yml:1: There is no key `labl`'),
  });
});

test.each([
  [['labels'], 'sitrep labels needs a repository, such as acme/ops.'],
  [['labels', 'acme'], 'acme is not a repository, such as acme/ops.'],
  [['labels', 'acme/ops', '--force'], 'sitrep labels has no option --force.'],
])('%j is not understood', async (words, why) => {
  expect(await say('bob', ...words)).toMatchObject({ code: 2, out: '', err: expect.stringContaining(why) });
});

test('a repository that is not there is told', async () => {
  const why = 'There is no repository acme/nowhere, or this token may not see it.';
  expect(await say('bob', 'labels', 'acme/nowhere')).toEqual({ code: 1, out: '', err: why });
});
