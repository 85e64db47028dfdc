// GitHub at its worst, over real HTTP: the same lines or an error that says what to do, never fewer.
import { afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { Octokit } from '@octokit/rest';
import fc from 'fast-check';
import { type Sandbox, startSandbox } from '../../sandbox/server.ts';
import type { World } from '../../sandbox/world.ts';
import type { Entry } from '../../src/core/entry.ts';
import type { GitHub } from '../../src/github/client.ts';
import { overOctokit, type RequestingOctokit } from '../../src/github/octokit.ts';
import type { LinesWires } from '../../src/incident-reading.ts';
import type { IncidentLine } from '../../src/lines/line.ts';
import { card, cardedIncidents, engineEntries, type Reading, reading, repo, smallWorld } from './ground.ts';

let entries: readonly Entry[];
let world: World;
let sandbox: Sandbox;
let github: GitHub;
let whole: readonly IncidentLine[];
const log = { debug() {}, info() {}, warn() {}, error() {} };

// 130 with a card, ten with it late in the thread, ten without any.
beforeAll(async () => {
  entries = await engineEntries();
  world = smallWorld();
  cardedIncidents(world, 130, entries);
  for (let index = 0; index < 20; index += 1) {
    const issue = world.as('ada').openIssue(repo, { title: `Late ${index}`, body: '', labels: ['incident'] });
    for (let comment = 0; comment < 5; comment += 1) world.as('eve').comment(repo, issue.number, 'hm');
    if (index % 2 === 0) world.as('sitrep').comment(repo, issue.number, card(issue.nodeId, entries));
  }
  sandbox = await startSandbox({ world, webhookSecret: 'secret', clock: 'still' });
  const octokit = new Octokit({ auth: sandbox.token('ada'), baseUrl: sandbox.url, log });
  github = overOctokit(octokit as unknown as RequestingOctokit);
  whole = (await read()).lines;
});
afterAll(() => sandbox.close());
afterEach(() => sandbox.faults.heal());

/** Time stands still but for the waits. */
async function read(wires: Partial<LinesWires> = {}): Promise<Reading> {
  const waits: LinesWires['wait'] = async (milliseconds) => {
    sandbox.clock.set(new Date(Date.parse(sandbox.clock.now) + milliseconds).toISOString(), true);
  };
  const stood = { github, wait: waits, now: () => sandbox.clock.now, ...wires };
  return reading(world, { wires: stood, asked: { repositories: ['acme/ops'] } });
}

async function under(...orders: readonly string[]): Promise<Reading> {
  for (const order of orders) sandbox.faults.order(order, world);
  const before = sandbox.requests.invalid.length;
  const done = await read();
  expect(sandbox.requests.invalid.slice(before)).toEqual([]);
  return done;
}

test('all is read when GitHub is kind', () => {
  expect(whole).toHaveLength(150);
  expect(whole.filter(({ source }) => source === 'card')).toHaveLength(140);
});

describe('answers that are too big', () => {
  test.each([
    ['partial 1'],
    ['partial 2'],
    ['partial 5'],
    ['502 over 120 nodes'],
    ['502 over 30 nodes'],
    ['502 over 10 nodes'],
  ])('%s: the same lines, in smaller pages', async (order) => {
    const { lines, failed, repositories } = await under(order);
    expect(failed).toBeNull();
    expect(lines).toEqual(whole);
    expect(repositories[0]?.problem).toBeNull();
  });

  test('one-node pages: the same lines', async () => {
    const before = sandbox.requests.graphql;
    const { lines, failed } = await under('502 over 6 nodes');
    expect(failed).toBeNull();
    expect(lines).toEqual(whole);
    expect(sandbox.requests.graphql - before).toBeGreaterThan(150);
  });

  test('pages grow again after the bad time is over', async () => {
    const before = sandbox.requests.graphql;
    await under('partial 3');
    expect(sandbox.requests.graphql - before).toBeLessThan(25);
  });

  test('one incident that cannot be had is read from the issue and named, and the others are there', async () => {
    const { lines, failed } = await under('chokes on #77');
    expect(failed).toBeNull();
    expect(lines.map(({ issue }) => issue)).toEqual(whole.map(({ issue }) => issue));
    expect(lines.filter((line, index) => JSON.stringify(line) !== JSON.stringify(whole[index]))).toMatchObject([
      { issue: 77, source: 'issue', problem: expect.stringContaining('does not give its comments') },
    ]);
  });

  test('also where it is the very first', async () => {
    const { lines, failed } = await under('chokes on #150');
    expect(failed).toBeNull();
    expect(lines.slice(0, -1)).toEqual(whole.slice(0, -1));
    expect(lines.at(-1)).toMatchObject({ issue: 150, source: 'issue' });
  });

  test('where nothing at all can be had it fails', async () => {
    const { lines, failed } = await under('502 over 0 nodes');
    expect(failed?.message).toMatch(/no whole answer, however little was asked for: .*Run it again later/);
    expect(lines).toEqual([]);
  });
});

test('a token that GitHub does not know fails at once, and says what to do', async () => {
  const before = sandbox.requests.graphql;
  const octokit = new Octokit({ auth: 'ghp_unknown', baseUrl: sandbox.url, log });
  const { failed } = await read({ github: overOctokit(octokit as unknown as RequestingOctokit) });
  expect(failed?.message).toMatch(/does not accept this token \(401\).*`token:`/);
  expect(sandbox.requests.graphql).toBe(before);
});

describe('limits', () => {
  // The sandbox's hour ends on the full hour.
  const at = (time: string) => {
    sandbox.clock.set(time, true);
    world.now = time;
  };

  test('near, and over soon: waits with a message, and reads the same', async () => {
    at('2026-03-03T10:55:00Z');
    const { lines, failed, said } = await under('leaves 12 points');
    expect(failed).toBeNull();
    expect(lines).toEqual(whole);
    expect(said).toEqual([
      expect.stringMatching(/will not do for what is still to be read: waiting until 11:00:00 UTC/),
    ]);
  });

  test('near, and not over soon: stops at once with what to do', async () => {
    at('2026-03-03T10:20:00Z');
    const before = sandbox.requests.graphql;
    const { failed } = await under('leaves 12 points');
    expect(failed?.message).toMatch(/until 2026-03-03 11:00:00 UTC.*longer than the 10 minutes.*fewer repositories/);
    expect(sandbox.requests.graphql - before).toBe(1);
  });

  test('enough left: nothing is said', async () => {
    at('2026-03-03T10:20:00Z');
    const { lines, failed, said } = await under('leaves 60 points');
    expect(failed).toBeNull();
    expect(lines).toEqual(whole);
    expect(said).toEqual([]);
  });

  test('used up before the first request: waits where it is soon over', async () => {
    at('2026-03-03T10:52:00Z');
    const { lines, failed, said } = await under('leaves 0 points');
    expect(failed).toBeNull();
    expect(lines).toEqual(whole);
    expect(said).toEqual([expect.stringMatching(/is used up: waiting until 11:00:00 UTC/)]);
  });

  test('used up before the first request: says so where it is not', async () => {
    at('2026-03-03T10:30:00Z');
    const { lines, failed } = await under('leaves 0 points');
    expect(failed?.message).toMatch(/rate limit for this token is used up until 2026-03-03 11:00:00 UTC/);
    expect(lines).toEqual([]);
  });

  test('how long to wait can be said', async () => {
    at('2026-03-03T10:30:00Z');
    sandbox.faults.order('leaves 0 points', world);
    const { lines, failed } = await read({ patience: 45 });
    expect(failed).toBeNull();
    expect(lines).toEqual(whole);
  });

  test('a secondary limit is waited out as told', async () => {
    at('2026-03-03T10:30:00Z');
    const { lines, failed, said } = await under('429 for 90s');
    expect(failed).toBeNull();
    expect(lines).toEqual(whole);
    expect(said).toEqual([expect.stringMatching(/slower.*waiting until 10:31:30 UTC/)]);
  });

  test('a secondary limit that is too long fails with what to do', async () => {
    at('2026-03-03T10:30:00Z');
    expect((await under('429 for 1200s')).failed?.message).toMatch(/slower.*Run it again then/);
  });
});

test('whatever fails in whatever order: the same lines, or an error', async () => {
  const order = fc.oneof(
    fc.integer({ min: 1, max: 6 }).map((count) => `partial ${count}`),
    fc.integer({ min: 9, max: 200 }).map((nodes) => `502 over ${nodes} nodes`),
    fc.integer({ min: 0, max: 25 }).map((points) => `leaves ${points} points`),
    fc.integer({ min: 1, max: 900 }).map((seconds) => `429 for ${seconds}s`),
  );
  const times = fc.constantFrom('2026-03-03T10:20:00Z', '2026-03-03T10:55:00Z');
  await fc.assert(
    fc.asyncProperty(fc.array(order, { minLength: 1, maxLength: 4 }), times, async (orders, time) => {
      sandbox.faults.heal();
      sandbox.clock.set(time, true);
      world.now = time;
      const { lines, failed } = await under(...orders);
      if (failed) expect(failed.message).toMatch(/Run it again (then|later)/);
      else expect(lines).toEqual(whole);
    }),
    { numRuns: 12 },
  );
});
