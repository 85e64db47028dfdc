// One pass from look to writes over the sandbox's world: what it costs, when it does nothing, and how it comes back.
import { expect, test } from '@jest/globals';
import { sealWith } from '../../src/core/seal.ts';
import { createServices } from '../../src/footing.ts';
import type { GitHub } from '../../src/github/client.ts';
import { reconcile } from '../../src/reconcile.ts';
import { readShipped } from '../../src/shipped.ts';
import { ground, repo } from '../github/ground.ts';

const shipped = readShipped();
const fresh = () => createServices(shipped, sealWith('key of the tests'));
const ref = { ...repo, number: 1 };
const report = '### Severity\n\nSev-1\n\n### Summary\n\nNobody can pay\n\n### Symptoms\n\n500s\n';

function reported(files?: Record<string, string>) {
  const made = ground(files);
  made.ada.openIssue(repo, { title: 'Checkout is down', body: report, labels: ['bug'] });
  return { ...made, services: fresh(), now: () => made.world.now };
}

const bodies = (world: ReturnType<typeof reported>['world']) =>
  world
    .dump()
    .issues[0]?.comments.filter(({ author }) => author === 'sitrep[bot]')
    .map(({ body }) => body) ?? [];

test('a report becomes an incident in one pass of three GraphQL requests, and a second pass does nothing', async () => {
  const { world, github, count, services, now } = reported();
  const first = await reconcile(github, ref, now(), services);
  expect(first).toMatchObject({ outcome: 'changed', againInSeconds: null, repeated: [] });
  expect(count.graphql).toBe(3);
  expect(world.dump().issues[0]?.labels).toEqual(expect.arrayContaining(['incident', 'sev-1']));
  expect(bodies(world).length).toBe(1);
  const before = { ...count };
  expect(await reconcile(github, ref, now(), services)).toMatchObject({ outcome: 'settled', effects: [] });
  expect([count.graphql - before.graphql, count.rest - before.rest]).toEqual([1, 0]);
});

test('an ordinary issue, a missing one and an archived repository cost a look and nothing else', async () => {
  const { world, github, count, bob, services, now } = reported();
  bob.openIssue(repo, { title: 'A typo', body: 'see the README' });
  expect(await reconcile(github, { ...repo, number: 2 }, now(), services)).toMatchObject({ outcome: 'settled' });
  expect(await reconcile(github, { ...repo, number: 99 }, now(), services)).toMatchObject({ outcome: 'absent' });
  world.repository('acme', 'ops')!.archived = true;
  expect(await reconcile(github, ref, now(), services)).toMatchObject({ outcome: 'archived' });
  expect(count.byRoute['POST /graphql mutation']).toBeUndefined();
});

test('a lagging GitHub shows a stale state: nothing is done, and the pass comes back', async () => {
  const { world, github, faults, bob, services, now } = reported();
  faults.order('lags 2s', world);
  world.now = '2026-03-02T10:01:00Z';
  await reconcile(github, ref, now(), services);
  bob.comment(repo, 1, '/role scribe');
  const stale = await reconcile(github, ref, now(), services);
  expect(stale).toMatchObject({ outcome: 'stale', effects: [], againInSeconds: 2 });
  world.now = '2026-03-02T10:01:05Z';
  expect(await reconcile(github, ref, now(), services)).toMatchObject({ outcome: 'changed' });
  expect(bodies(world).length).toBe(1);
});

test('a write whose answer was lost is thrown, and the next pass finds what it did', async () => {
  const { world, github, faults, services, now } = reported();
  faults.order('502 after 1', world);
  await expect(reconcile(github, ref, now(), services)).rejects.toThrow();
  world.now = '2026-03-02T10:02:00Z';
  await reconcile(github, ref, now(), services);
  expect(bodies(world).length).toBe(1);
  expect(await reconcile(github, ref, now(), services)).toMatchObject({ outcome: 'settled' });
});

test.each([1, 2, 5, 13])('killed after %i effects, a new process comes to the same thread', async (cut) => {
  const whole = reported();
  await reconcile(whole.github, ref, whole.now(), whole.services);
  const broken = reported();
  await reconcile(broken.github, ref, broken.now(), broken.services, { cut });
  for (let pass = 0; pass < 3; pass += 1) await reconcile(broken.github, ref, broken.now(), fresh());
  const { labels, comments } = broken.world.dump().issues[0]!;
  expect(labels.toSorted()).toEqual(whole.world.dump().issues[0]!.labels.toSorted());
  expect(comments.length).toBe(whole.world.dump().issues[0]!.comments.length);
});

test("GitHub's refusal to open the post-mortem is said by a further pass at once, and never asked again", async () => {
  const { world, github, ada, services, now } = reported();
  const message = 'GitHub Actions is not permitted to create or approve pull requests (createPullRequest)';
  let asked = 0;
  const refusing: GitHub = {
    ...github,
    graphql: async (document, variables) => {
      const alias = /(e\d+): createPullRequest/.exec(document)?.[1];
      if (!alias) return github.graphql(document, variables);
      asked += 1;
      return { data: { [alias]: null }, errors: [{ message, type: 'FORBIDDEN', path: [alias] }] };
    },
  };
  await reconcile(refusing, ref, now(), services);
  world.now = '2026-03-02T10:30:00Z';
  ada.comment(repo, 1, '/resolved');
  const pass = await reconcile(refusing, ref, now(), services);
  expect(pass.applied.length).toBe(2);
  expect(bodies(world).filter((body) => body.includes('create and approve pull requests')).length).toBeGreaterThan(0);
  expect(await reconcile(refusing, ref, now(), services)).toMatchObject({ outcome: 'settled' });
  expect(asked).toBe(1);
});

test('an open incident keeps the config it began with; a new one takes the new', async () => {
  const config = (label: string) => ({ '.github/sitrep.yml': `label: { name: ${label} }\n` });
  const { world, github, ada, services, now } = reported(config('outage'));
  await reconcile(github, ref, now(), services);
  expect(world.dump().issues[0]?.labels).toContain('outage');
  ada.push(repo, config('incident-two'));
  world.now = '2026-03-02T10:05:00Z';
  ada.comment(repo, 1, '/severity sev-2');
  await reconcile(github, ref, now(), fresh());
  expect(world.dump().issues[0]?.labels).toEqual(expect.arrayContaining(['outage', 'sev-2']));
  expect(world.dump().issues[0]?.labels).not.toContain('incident-two');
  ada.openIssue(repo, { title: 'Another one', body: report });
  await reconcile(github, { ...repo, number: 2 }, now(), services);
  expect(world.dump().issues[1]?.labels).toContain('incident-two');
  expect(services.marks.get('acme/ops')?.labels).toEqual(['incident-two', 'outage']);
});

test('what was written three times within ten minutes is held back, and the rest goes on', async () => {
  const { world, github, services, now } = reported();
  const robot = world.addUser('label-robot', { bot: true });
  world.setPermission(repo, robot.login, 'write');
  const kinds: string[][] = [];
  for (let round = 0; round < 6; round += 1) {
    world.now = `2026-03-02T10:0${round}:00Z`;
    const pass = await reconcile(github, ref, now(), services);
    kinds.push(pass.repeated.map(({ kind }) => kind));
    const issue = world.repository('acme', 'ops')!.issues.get(1)!;
    issue.labels = issue.labels.filter(({ name }) => name !== 'incident');
  }
  expect(kinds.slice(0, 4)).toEqual([[], [], [], []]);
  expect(kinds[4]).toEqual(['add-labels']);
});

test('somebody who closes again and again meets the gate each time', async () => {
  const { world, github, services, now } = reported();
  await reconcile(github, ref, now(), services);
  for (let minute = 1; minute <= 8; minute += 1) {
    world.now = `2026-03-02T10:0${minute}:00Z`;
    world.as('ada').close(repo, 1, 'completed');
    const pass = await reconcile(github, ref, now(), services);
    expect([minute, pass.repeated, world.dump().issues[0]?.state]).toEqual([minute, [], 'open']);
  }
});

test('a label that somebody takes off again and again is put back each time', async () => {
  const { world, github, bob, services, now } = reported();
  await reconcile(github, ref, now(), services);
  expect(services.incidents.has('acme/ops#1')).toBe(true);
  for (let minute = 1; minute <= 8; minute += 1) {
    world.now = `2026-03-02T10:0${minute}:00Z`;
    bob.removeLabels(repo, 1, 'incident');
    await reconcile(github, ref, now(), services);
    expect([minute, world.dump().issues[0]?.labels.includes('incident')]).toEqual([minute, true]);
  }
});

test('what does not stay is held back, said on the card, done when the window ends, and no longer said when it stayed', async () => {
  const { world, github, services, now } = reported();
  await reconcile(github, ref, now(), services);
  const ends: string[] = [];
  for (let minute = 1; minute <= 5; minute += 1) {
    world.now = `2026-03-02T10:0${minute}:00Z`;
    const issue = world.repository('acme', 'ops')!.issues.get(1)!;
    issue.labels = issue.labels.filter(({ name }) => name !== 'incident');
    ends.push((await reconcile(github, ref, now(), services)).outcome);
    if (bodies(world)[0]?.includes('does not stay')) break;
  }
  expect(bodies(world)[0]).toContain('does not stay: labels');
  const held = await reconcile(github, ref, now(), services);
  expect(held).toMatchObject({ outcome: 'held', effects: [], againInSeconds: expect.any(Number) });
  world.now = new Date(Date.parse(world.now) + held.againInSeconds! * 1000).toISOString();
  expect(await reconcile(github, ref, now(), services)).toMatchObject({ outcome: 'changed', repeated: [] });
  expect(world.dump().issues[0]?.labels).toContain('incident');
  expect(bodies(world)[0]).toContain('does not stay');
  world.now = new Date(Date.parse(world.now) + 60_000).toISOString();
  expect(await reconcile(github, ref, now(), services)).toMatchObject({ outcome: 'changed', againInSeconds: null });
  expect(bodies(world)[0]).not.toContain('does not stay');
});

test('another bot undoes three corrections within an hour: it is named and left, until people do it by hand', async () => {
  const { world, github, bob, now } = reported();
  const robot = world.addUser('label-robot', { bot: true });
  world.setPermission(repo, robot.login, 'write');
  await reconcile(github, ref, now(), fresh());
  const undo = async (time: string) => {
    world.now = time;
    world.as(robot.login).removeLabels(repo, 1, 'incident');
    await reconcile(github, ref, now(), fresh());
    return world.dump().issues[0]!.labels.includes('incident');
  };
  const ends: boolean[] = [];
  for (const minute of [10, 25, 40, 45]) ends.push(await undo(`2026-03-02T10:${minute}:00Z`));
  expect(ends).toEqual([true, true, true, false]);
  expect(bodies(world)[0]).toContain('label-robot undid the label `incident` three times');
  expect(await reconcile(github, ref, now(), fresh())).toMatchObject({ outcome: 'settled' });
  world.now = '2026-03-02T10:50:00Z';
  bob.addLabels(repo, 1, 'incident');
  await reconcile(github, ref, now(), fresh());
  expect(bodies(world)[0]).not.toContain('label-robot undid');
  expect(await undo('2026-03-02T10:55:00Z')).toBe(true);
});

test('an answer that GitHub refuses many times over is tried until it is said: a refused write is no write', async () => {
  const { world, github, bob, services, now } = reported();
  await reconcile(github, ref, now(), services);
  world.now = '2026-03-02T10:01:00Z';
  bob.comment(repo, 1, '/role nonsense');
  let refusals = 6;
  const refusing: GitHub = {
    ...github,
    graphql: async (document, variables) => {
      const isAnswer = document.includes(': addComment');
      if (!isAnswer || refusals === 0) return github.graphql(document, variables);
      refusals -= 1;
      return { data: null, errors: [{ message: 'Something went wrong' }] };
    },
  };
  for (let count = 0; count < 6; count += 1) {
    const pass = await reconcile(refusing, ref, now(), services);
    expect([pass.outcome, pass.repeated, pass.againInSeconds]).toEqual(['changed', [], 5]);
    expect(pass.applied[0]?.heard).toBe(false);
    // GitHub did not say whether it was written: at once no look is believed.
    expect(await reconcile(refusing, ref, now(), services)).toMatchObject({ outcome: 'stale' });
    world.now = `2026-03-02T10:01:${String(10 * count + 9).padStart(2, '0')}Z`;
  }
  await reconcile(refusing, ref, now(), services);
  expect(bodies(world).filter((body) => body.includes('nonsense')).length).toBe(1);
  expect(await reconcile(refusing, ref, now(), services)).toMatchObject({ outcome: 'settled' });
});
