// The post-mortem of an incident closed long ago is still owed: a scheduled run finds it when something is due, and costs a request else.
import { expect, test } from '@jest/globals';
import { whatIsDue } from '../../action/what-is-due.ts';
import { inProcess, noRequests } from '../../sandbox/client.ts';
import { World } from '../../sandbox/world.ts';
import { sealWith } from '../../src/core/seal.ts';
import { createServices } from '../../src/footing.ts';
import type { GitHub } from '../../src/github/client.ts';
import { reconcile } from '../../src/reconcile.ts';
import { readShipped } from '../../src/shipped.ts';
import { repo, report } from '../app/running.ts';

const shipped = readShipped();
const services = () => createServices(shipped, sealWith('a key'), 'actions');

/** A GitHub that opens no pull request. */
function refusing(github: GitHub): GitHub {
  const message = 'GitHub Actions is not permitted to create or approve pull requests (createPullRequest)';
  return {
    ...github,
    graphql: async (document, variables) => {
      const alias = /(e\d+): createPullRequest/.exec(document)?.[1];
      if (!alias) return github.graphql(document, variables);
      return { data: { [alias]: null }, errors: [{ message, type: 'FORBIDDEN', path: [alias] }] };
    },
  };
}

/** Passes over it until nothing is missing. */
async function pass(world: World, number: number, over = (github: GitHub) => github): Promise<void> {
  const github = over(inProcess(world, { kind: 'app', slug: 'github-actions' }));
  for (let count = 0; count < 3; count += 1) await reconcile(github, { ...repo, number }, world.now, services());
}

/** Incidents closed two minutes after they were resolved; their post-mortems are due after 72 hours. */
async function closed(many = 1, over = (github: GitHub) => github): Promise<World> {
  const world = new World({ now: '2026-03-02T10:00:00Z' });
  world.createRepository('acme', 'ops');
  world.setPermission(repo, 'ada', 'maintain');
  const numbers = Array.from({ length: many }, (_, place) => place + 1);
  for (const _ of numbers) world.as('ada').openIssue(repo, { title: 'It', body: report, labels: ['incident'] });
  for (const number of numbers) await pass(world, number, over);
  for (const [at, text] of [
    ['10:05', '/ack'],
    ['10:10', '/mitigated'],
    ['10:50', '/resolved'],
    ['10:52', '/close anyway because it is over'],
  ] as const) {
    world.now = `2026-03-02T${at}:00Z`;
    for (const number of numbers) {
      world.as('ada').comment(repo, number, text);
      await pass(world, number, over);
    }
  }
  expect(world.repository('acme', 'ops')?.issues.get(many)?.state).toBe('closed');
  return world;
}

/** A scheduled run. @returns what it passed over, and what finding that had cost */
async function run(world: World, now: string) {
  world.now = now;
  const count = noRequests();
  const github = inProcess(world, { kind: 'app', slug: 'github-actions' }, { count });
  const { issues } = await whatIsDue(github, { home: 'acme/ops', now }, services());
  for (const { ref } of issues) await pass(world, ref.number);
  return { numbers: issues.map(({ ref }) => ref.number), requests: count.graphql + count.rest };
}

function pullOf(world: World, branch: string): number {
  const all = [...(world.repository('acme', 'ops')?.issues.values() ?? [])];
  return all.find(({ pull }) => pull?.headBranch === branch)?.number ?? 0;
}

/** Comments that tell that the post-mortem is past its time. */
function reminders(world: World): number {
  const { timeline = [] } = world.repository('acme', 'ops')?.issues.get(1) ?? {};
  const bodies = timeline.flatMap((item) => (item.kind === 'IssueComment' ? [item.body] : []));
  return bodies.slice(1).filter((body) => body.includes('reminder') && /post-mortem/i.test(body)).length;
}

test('no run for a week: one reminder, once; the next ones when they are due, also weeks later; none after the merge', async () => {
  const world = await closed();
  expect(reminders(world)).toBe(0);
  const told: number[] = [];
  for (const now of ['10T12:00', '10T12:15', '10T12:30', '11T10:45', '11T11:05', '11T11:20'])
    await run(world, `2026-03-${now}:00Z`).then(() => told.push(reminders(world)));
  expect(told).toEqual([1, 1, 1, 1, 2, 2]);
  await run(world, '2026-05-02T10:00:00Z');
  await run(world, '2026-05-02T10:15:00Z');
  expect(reminders(world)).toBe(3);
  world.as('ada').mergePull(repo, pullOf(world, 'post-mortem/1'), 'squash');
  for (const now of ['2026-05-06T10:00:00Z', '2026-09-02T10:00:00Z'])
    expect((await run(world, now)).numbers).toEqual([]);
  expect(reminders(world)).toBe(3);
});

test('where none is open a run costs what it did; those that wait cost two requests, and no look', async () => {
  const world = await closed(3);
  expect((await run(world, '2026-03-14T12:00:00Z')).numbers.toSorted()).toEqual([1, 2, 3]);
  // The next one is due on the 20th.
  const waiting = await run(world, '2026-03-18T12:00:00Z');
  expect(waiting.numbers).toEqual([]);
  for (const number of [1, 2, 3]) world.as('ada').mergePull(repo, pullOf(world, `post-mortem/${number}`), 'squash');
  const none = await run(world, '2026-04-18T12:00:00Z');
  expect(none.numbers).toEqual([]);
  // The repository, its config, four searches.
  expect([none.requests, waiting.requests]).toEqual([6, 8]);
});

test('cards that do not tell have a look a day, not one in each run', async () => {
  const world = await closed(3);
  for (const number of [1, 2, 3]) {
    const { timeline = [] } = world.repository('acme', 'ops')?.issues.get(number) ?? {};
    const [card] = timeline.flatMap((item) => (item.kind === 'IssueComment' ? [item] : []));
    world.as('ada').editComment(repo, card!.id, 'Gone');
  }
  const github = inProcess(world, { kind: 'app', slug: 'github-actions' });
  for (const now of ['2026-03-10T12:00:00Z', '2026-03-10T12:15:00Z'])
    expect((await whatIsDue(github, { home: 'acme/ops', now }, services())).issues.length).toBe(1);
});

test('five hundred pull requests of a stranger with such names, and one of a colleague, cost pages of a search', async () => {
  const world = await closed();
  world.addUser('mal');
  for (let number = 2; number <= 501; number += 1) {
    const files = { x: `${number}` };
    world.as('mal').openPull(repo, { title: 'T', head: `post-mortem/${number}`, files, fork: true });
  }
  world.as('ada').openPull(repo, { title: 'T', head: 'post-mortem/777', files: { x: '777' } });
  const lately = await run(world, '2026-03-02T12:00:00Z');
  expect(lately.numbers).not.toContain(2);
  const later = await run(world, '2026-03-10T12:00:00Z');
  expect([later.numbers, reminders(world)]).toEqual([[1], 1]);
  expect(later.requests).toBeLessThanOrEqual(15);
});

test('where GitHub refused its pull request it is owed as well, and found by what we said of that', async () => {
  const world = await closed(1, refusing);
  expect([pullOf(world, 'post-mortem/1'), reminders(world)]).toEqual([0, 0]);
  const told: unknown[] = [];
  for (const now of ['08T12:00', '12T10:00', '15T12:00', '22T12:00'])
    await run(world, `2026-03-${now}:00Z`).then(({ numbers, requests }) =>
      told.push([numbers, requests, reminders(world)]),
    );
  // As where a pull request waits: two requests more, and a look only when something is due.
  expect(told).toEqual([
    [[1], 8, 1],
    [[1], 8, 2],
    [[1], 8, 3],
    [[], 8, 3],
  ]);
  await run(world, '2026-05-02T10:00:00Z');
  expect(reminders(world)).toBe(4);
  world.now = '2026-05-02T10:10:00Z';
  world.as('ada').comment(repo, 1, '/reviewed');
  await pass(world, 1);
  for (const now of ['2026-05-16T10:00:00Z', '2026-09-02T10:00:00Z'])
    expect((await run(world, now)).numbers).toEqual([]);
  expect(reminders(world)).toBe(4);
});

test('who repeats our words in issues of their own makes us look at none of them', async () => {
  const world = await closed();
  world.addUser('mal');
  for (let count = 0; count < 60; count += 1) {
    const number = world.as('mal').openIssue(repo, { title: 'It', body: report }).number;
    world.as('mal').comment(repo, number, 'GitHub did not let me open the post-mortem');
    world.as('ada').addLabels(repo, number, 'incident');
    world.as('mal').close(repo, number);
  }
  for (const [now, numbers] of [
    ['2026-03-10T12:00:00Z', [1]],
    ['2026-03-14T12:00:00Z', [1]],
    ['2026-03-18T12:00:00Z', []],
  ] as const)
    expect((await run(world, now)).numbers).toEqual(numbers);
});
