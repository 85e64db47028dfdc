// The App over real HTTP where GitHub does not let it in for a while: one line in the log, few requests, and it goes on by itself.
import { afterEach, expect, test } from '@jest/globals';
import { renameRepository, setArchived } from '../../sandbox/acts/house.ts';
import { type Sandbox, startSandbox } from '../../sandbox/server.ts';
import { settingsFor } from '../../sandbox/settings-for.ts';
import type { World } from '../../sandbox/world.ts';
import { sealWith } from '../../src/core/seal.ts';
import { createServices } from '../../src/footing.ts';
import { Unanswered } from '../../src/github/unanswered.ts';
import { Passes } from '../../src/passes.ts';
import { settingsOf } from '../../src/settings.ts';
import { readShipped } from '../../src/shipped.ts';
import { isShutOut } from '../../src/shut-doors.ts';
import { sweep } from '../../src/sweep.ts';
import { SweepMemory } from '../../src/sweep-memory.ts';
import { wiresOf } from '../../src/wires.ts';
import { repo, report, secret, smallWorld } from './running.ts';

const incidents = 6;
const sandboxes: Sandbox[] = [];

afterEach(async () => {
  for (const one of sandboxes.splice(0)) await one.close();
});

interface Running {
  readonly world: World;
  readonly sandbox: Sandbox;
  /** Lines of the log by their level. */
  readonly told: { readonly level: string; readonly fields: object; readonly sentence: string }[];
  /** Somebody says something on every incident at a time of day, and the passes are over. */
  say(time: string, text: string): Promise<void>;
  sweep(time: string): Promise<void>;
  passes: Passes;
}

/** Six incidents with their cards, and an App that hears by hand. */
async function running(): Promise<Running> {
  const world = smallWorld();
  const sandbox = await startSandbox({ world, webhookSecret: secret, clock: 'still' });
  sandboxes.push(sandbox);
  const env = settingsFor(sandbox, secret);
  const settings = settingsOf(env, () => '');
  if (settings.mode !== 'run') throw new Error('The settings of the test do not hold');
  const { app, clientFor } = await wiresOf(env, settings);
  const told: Running['told'] = [];
  const tell = (level: string) => (fields: object, sentence: string) => void told.push({ level, fields, sentence });
  const log = { debug: tell('debug'), info: tell('info'), warn: tell('warn'), error: tell('error') };
  const clock = () => sandbox.clock.now;
  const services = createServices(readShipped(), sealWith(secret));
  const passes = new Passes({ services, clientFor, clock, log, gatherMilliseconds: 5, pace: null });
  const memory = new SweepMemory();
  const at = (time: string) => {
    sandbox.clock.set(`2026-03-02T${time}:00Z`, true);
    world.now = sandbox.clock.now;
  };
  const [installation] = ((await (await app()).rest('GET /app/installations', {})).data as { id: number }[]) ?? [];
  const sweeping = { app, clientFor, passes, services, clock, log, memory };
  // The first one makes the labels: all at once they would take them from each other.
  world.as('ada').openIssue(repo, { title: 'T', body: report });
  await sweep(sweeping, true);
  await passes.idle();
  for (let number = 2; number <= incidents; number += 1) {
    world.as('ada').openIssue(repo, { title: 'T', body: report });
    passes.wake(installation!.id, { ...repo, number });
  }
  await passes.idle();
  expect(cards(world)).toBe(incidents);
  told.length = 0;
  return {
    ...{ world, sandbox, told, passes },
    async say(time, text) {
      at(time);
      for (let number = 1; number <= incidents; number += 1) {
        if (!world.repository('acme', 'ops')?.archived) world.as('bob').comment(repo, number, text);
        passes.wake(installation!.id, { ...repo, number });
      }
      await passes.idle();
    },
    async sweep(time) {
      at(time);
      await sweep(sweeping, false);
      await passes.idle();
    },
  };
}

const holding = (world: World, text: string) =>
  world
    .dump()
    .issues.filter(({ comments }) =>
      comments.some(({ author, body }) => author === 'sitrep[bot]' && body.includes(text)),
    ).length;
const cards = (world: World) => holding(world, 'sitrep:card');
const heard = (world: World) => world.dump().issues.filter(({ assignees }) => assignees.includes('bob')).length;
const warnings = ({ told }: Running) => told.filter(({ level }) => level === 'warn' || level === 'error');

test.each(['suspended', 'uninstalled'] as const)(
  '%s for a while: one line, a request or two, and all is heard in the end',
  async (how) => {
    const made = await running();
    const { world, sandbox, told } = made;
    world.state.shut.set('acme', how);
    const before = sandbox.requests.rest + sandbox.requests.graphql;
    await made.say('10:05', '/role scribe');
    await made.say('10:06', 'me too');
    await made.sweep('10:15');
    await made.sweep('10:25');
    expect(heard(world)).toBe(0);
    expect(warnings(made).map(({ sentence }) => sentence)).toEqual([
      'GitHub does not let us in here; passes wait until it does',
    ]);
    // Two sweeps ask where the App is installed; the passes that began before the first answer came are at most eight.
    expect(sandbox.requests.rest + sandbox.requests.graphql - before).toBeLessThanOrEqual(2 + 8 * 3);
    world.state.shut.delete('acme');
    await made.sweep('10:35');
    expect(told.filter(({ sentence }) => sentence === 'GitHub lets us in again').length).toBe(1);
    expect(heard(world)).toBe(incidents);
  },
);

test('a revoked token is replaced by a new one, and nobody notices', async () => {
  const made = await running();
  const { world, sandbox } = made;
  sandbox.revokeTokens();
  await made.say('10:05', '/role scribe');
  expect(heard(world)).toBe(incidents);
  expect(warnings(made)).toEqual([]);
});

test('archived: a look each and no writing; back again, what is owed is done', async () => {
  const made = await running();
  const { world, sandbox } = made;
  const home = world.repository('acme', 'ops')!;
  world.setPermission(repo, 'ada', 'admin');
  await made.say('10:05', '/role scribe');
  setArchived(world.as('ada').doer, home, true);
  const writes = () => sandbox.requests.byRoute['POST /graphql mutation'];
  const before = writes();
  await made.say('10:10', 'nobody can');
  await made.sweep('10:20');
  expect([writes(), warnings(made)]).toEqual([before, []]);
  setArchived(world.as('ada').doer, home, false);
  world.as('ada').comment(repo, 1, '/severity sev-2');
  await made.sweep('10:30');
  expect(holding(world, 'sev-2')).toBeGreaterThan(0);
  expect(made.passes.looked({ ...repo, number: 2 })?.at).toMatch(/^2026-03-02T10:30:00/);
});

test('under another name: heard once, whichever name a webhook bears', async () => {
  const made = await running();
  const { world } = made;
  world.setPermission(repo, 'ada', 'admin');
  renameRepository(world.as('ada').doer, world.repository('acme', 'ops')!, 'works');
  await made.say('10:05', '/severity sev-9');
  await made.say('10:06', '/role scribe');
  await made.sweep('10:15');
  expect([heard(world), cards(world), warnings(made)]).toEqual([incidents, incidents, []]);
  const replies = world
    .dump()
    .issues.map(({ comments }) => comments.filter(({ body }) => body.includes('sev-9`')).length);
  expect(replies).toEqual(Array<number>(incidents).fill(1));
  expect(made.passes.looked({ owner: 'acme', name: 'works', number: 1 })).not.toBeNull();
});

test.each([
  [401, false, true],
  [403, false, true],
  [404, false, true],
  [403, true, false],
  [400, false, false],
  [413, false, false],
  [422, false, false],
  [502, false, false],
])('a request answered with %i (a limit: %s) shuts the installation: %s', (status, limited, expected) => {
  expect(isShutOut(new Unanswered('no', { status, limited }))).toBe(expected);
});
