// The post-mortem of an incident closed long ago is still owed: its reminders come however often the App was away, until it is merged.
import { expect, test } from '@jest/globals';
import { appIn, pacedWire } from '../../bench/app-in-time.ts';
import { VirtualTime } from '../../bench/virtual-time.ts';
import { World } from '../../sandbox/world.ts';
import type { GitHub } from '../../src/github/client.ts';
import { repo, report } from './running.ts';

const hour = 3_600_000;
const day = 24 * hour;

async function until(world: World, time: VirtualTime, end: number): Promise<void> {
  time.after(end - time.now(), () => {});
  await time.pass(end);
  world.now = time.clock;
}

/** Closed two minutes after it was resolved, so that nothing changes any more; its post-mortem is due after 72 hours. */
async function closed(isRefused = false) {
  const time = new VirtualTime('2026-03-02T10:00:00Z');
  const world = new World({ now: time.clock });
  world.createRepository('acme', 'ops');
  world.setPermission(repo, 'ada', 'maintain');
  world.addUser('mal');
  const { passes, hear } = appIn(world, time, wireOf(world, time, isRefused));
  const deaf = world.subscribe((event) => {
    world.now = time.clock;
    hear(event);
  });
  world.as('ada').openIssue(repo, { title: 'It', body: report, labels: ['incident'] });
  for (const [minutes, text] of [
    [5, '/ack'],
    [10, '/mitigated'],
    [50, '/resolved'],
    [52, '/close anyway because it is over'],
  ] as const) {
    await until(world, time, (minutes * hour) / 60);
    world.as('ada').comment(repo, 1, text);
  }
  await until(world, time, hour);
  deaf();
  await passes.stop();
  const [pull] = pulls(world);
  expect([issueOf(world).state, pull?.pull.headBranch, pull?.state]).toEqual(
    isRefused ? ['closed', undefined, undefined] : ['closed', 'post-mortem/1', 'open'],
  );
  expect(reminders(world)).toBe(0);
  return { world, time, pull: pull! };
}

/** @param isRefused whether GitHub opens no pull request */
function wireOf(world: World, time: VirtualTime, isRefused: boolean): GitHub {
  const { github } = pacedWire(world, time);
  const message = 'GitHub Actions is not permitted to create or approve pull requests (createPullRequest)';
  return {
    ...github,
    graphql: async (document, variables) => {
      const alias = isRefused ? /(e\d+): createPullRequest/.exec(document)?.[1] : undefined;
      if (!alias) return github.graphql(document, variables);
      return { data: { [alias]: null }, errors: [{ message, type: 'FORBIDDEN', path: [alias] }] };
    },
  };
}

const issueOf = (world: World) => world.repository('acme', 'ops')!.issues.get(1)!;

function pulls(world: World) {
  const all = [...(world.repository('acme', 'ops')?.issues.values() ?? [])];
  return all.flatMap((issue) => (issue.pull ? [{ ...issue, pull: issue.pull }] : []));
}

/** Comments that tell that the post-mortem is past its time. */
function reminders(world: World): number {
  const bodies = issueOf(world).timeline.flatMap((item) => (item.kind === 'IssueComment' ? [item.body] : []));
  return bodies.slice(1).filter((body) => body.includes('reminder') && /post-mortem/i.test(body)).length;
}

/**
 * A fresh process that runs so long, swept every so many minutes. @returns its requests, how many of them asked for issues by number,
 * and whether it looked at the incident
 */
async function running(world: World, time: VirtualTime, milliseconds: number, every = 10) {
  const wire = pacedWire(world, time);
  let byNumber = 0;
  const github: GitHub = {
    ...wire.github,
    graphql(document, variables) {
      if (document.startsWith('query issues(')) byNumber += 1;
      return wire.github.graphql(document, variables);
    },
  };
  const { passes, sweep } = appIn(world, time, github);
  world.now = time.clock;
  const end = time.now() + milliseconds;
  void sweep(true);
  while (time.now() < end) {
    await until(world, time, Math.min(end, time.now() + every * 60_000));
    void sweep(false);
  }
  await time.pass(end + 60_000);
  const stopped = passes.stop();
  await time.pass();
  await stopped;
  const { graphql, rest } = wire.told().requests;
  return { requests: graphql + rest, byNumber, looked: passes.looked({ ...repo, number: 1 }) !== null };
}

test('the App was away for a week: one reminder, once; the next one when it is due, also weeks later; none after the merge', async () => {
  const { world, time, pull } = await closed();
  await until(world, time, 8 * day);
  await running(world, time, hour);
  expect(reminders(world)).toBe(1);
  await running(world, time, hour);
  expect(reminders(world)).toBe(1);
  // Each 72 hours: the next one, with the process running on, comes the ninth day.
  await running(world, time, 2 * day, 60);
  expect(reminders(world)).toBe(2);
  await until(world, time, 60 * day);
  await running(world, time, hour);
  expect(reminders(world)).toBe(3);
  world.now = time.clock;
  world.as('ada').mergePull(repo, pull.number, 'squash');
  await until(world, time, 64 * day);
  expect((await running(world, time, hour)).looked).toBe(false);
  await until(world, time, 200 * day);
  expect((await running(world, time, hour)).looked).toBe(false);
  expect(reminders(world)).toBe(3);
});

test('it is owed as well when somebody closed its pull request', async () => {
  const { world, time, pull } = await closed();
  world.as('ada').closePull(repo, pull.number);
  await until(world, time, 8 * day);
  await running(world, time, hour);
  expect(reminders(world)).toBe(1);
});

test('it is owed as well when GitHub refused the pull request', async () => {
  const { world, time } = await closed(true);
  await until(world, time, 8 * day);
  expect((await running(world, time, 3 * hour)).byNumber).toBe(1);
  expect(reminders(world)).toBe(1);
  await until(world, time, 60 * day);
  await running(world, time, hour);
  expect(reminders(world)).toBe(2);
});

test('it is asked for once, and costs the sweeps after its look nothing', async () => {
  const { world, time } = await closed();
  await until(world, time, 8 * day);
  expect((await running(world, time, 3 * hour)).byNumber).toBe(1);
});

test('five hundred pull requests of a stranger with such names are not looked at', async () => {
  const { world, time } = await closed();
  world.now = time.clock;
  for (let number = 2; number <= 501; number += 1)
    world
      .as('mal')
      .openPull(repo, { title: 'T', head: `post-mortem/${number}`, files: { x: `${number}` }, fork: true });
  // Lately, and long after.
  for (const at of [2 * day, 8 * day]) {
    await until(world, time, at);
    const { requests, looked } = await running(world, time, 60_000);
    expect(looked).toBe(true);
    expect(requests).toBeLessThanOrEqual(50);
  }
  expect(reminders(world)).toBe(1);
});
