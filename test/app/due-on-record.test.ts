// What cards tell of when something comes by itself, where their incidents began with handbooks that do not hold any more.
import { inProcess, noRequests } from '../../sandbox/client.ts';
import { World } from '../../sandbox/world.ts';
import { sealWith } from '../../src/core/seal.ts';
import { dueOnRecord } from '../../src/due-on-record.ts';
import { createServices } from '../../src/footing.ts';
import type { GitHub } from '../../src/github/client.ts';
import { learnConfigs } from '../../src/github/config-files.ts';
import { Unanswered } from '../../src/github/unanswered.ts';
import { reconcile } from '../../src/reconcile.ts';
import { readShipped } from '../../src/shipped.ts';
import { repo, report } from './running.ts';

const shipped = readShipped();
const seal = sealWith('a key');
const config = '.github/sitrep.yml';
const inMinutes = (response: number): string => `clocks: {response: {within: {sev-1: ${response}m}}}\n`;
const began = '2026-03-02T10:00:00Z';

/** One incident after the other, each begun with its own minutes for the response; the last ones hold by now. */
async function worldOf(minutes: readonly number[]): Promise<World> {
  const world = new World({ now: began });
  world.createRepository('acme', 'ops');
  world.setPermission(repo, 'ada', 'maintain');
  const services = createServices(shipped, seal);
  for (const [place, response] of minutes.entries()) {
    if (response !== minutes[place - 1]) world.as('ada').push(repo, { [config]: inMinutes(response) });
    world.as('ada').openIssue(repo, { title: `It ${place}`, body: report, labels: ['incident'] });
    await reconcile(inProcess(world, { kind: 'app' }), { ...repo, number: place + 1 }, world.now, services);
  }
  return world;
}

/** What a fresh process reads of all of them; by number, minutes after ten. Missing: it does not tell. */
async function told(world: World, over: (github: GitHub) => GitHub = (github) => github, of = seal, now = began) {
  const count = noRequests();
  const services = createServices(shipped, of);
  const github = over(inProcess(world, { kind: 'app' }, { count }));
  const repository = world.repository('acme', 'ops');
  await learnConfigs(github, [repository?.nodeId ?? ''], services.configs);
  const before = count.graphql;
  const issues = [...(repository?.issues.values() ?? [])];
  const unread = issues.map(({ nodeId, number }) => ({ ref: { ...repo, number }, id: nodeId }));
  const due = await dueOnRecord(github, unread, services, now);
  const minutes = issues.map(({ number }) => {
    const at = due.get(`acme/ops#${number}`);
    return at ? Math.floor((Date.parse(at) - Date.parse(began)) / 60_000) : at;
  });
  return { minutes, requests: count.graphql - before };
}

/** What is asked for by its oid is answered so. */
function withOlder(github: GitHub, answer: () => Awaited<ReturnType<GitHub['graphql']>>): GitHub {
  return {
    ...github,
    graphql: async (document, variables) =>
      document.startsWith('query pinned') ? answer() : github.graphql(document, variables),
  };
}

test('each by its own handbook: the cards are one request, the older handbooks another one', async () => {
  const world = await worldOf([10, 8, 8, 12]);
  expect(await told(world)).toEqual({ minutes: [10, 8, 8, 12], requests: 2 });
});

test('one that GitHub has no more is taken as it is now, as a pass takes it', async () => {
  const world = await worldOf([10, 12]);
  const lost = (github: GitHub) => withOlder(github, () => ({ data: { repository: { text0: null } }, errors: [] }));
  expect((await told(world, lost)).minutes).toEqual([12, 12]);
});

test.each([400, 500])(
  'where GitHub does not give one (%s), those cards do not tell, and the others do',
  async (status) => {
    const world = await worldOf([10, 12]);
    const refused = (github: GitHub) =>
      withOlder(github, () => {
        throw new Unanswered('no', { status });
      });
    expect((await told(world, refused)).minutes).toEqual([undefined, 12]);
  },
);

test('a limit stops it', async () => {
  const world = await worldOf([10, 12]);
  const limited = (github: GitHub) =>
    withOlder(github, () => {
      throw new Unanswered('slow down', { status: 403, limited: true });
    });
  await expect(told(world, limited)).rejects.toThrow('slow down');
});

test('of more versions than are fetched those tell that most incidents began with', async () => {
  const versions = Array.from({ length: 50 }, (_, place) => 20 + place);
  const world = await worldOf([...versions, 11, 11, 12]);
  const { minutes, requests } = await told(world);
  expect(minutes.slice(-3)).toEqual([11, 11, 12]);
  expect(minutes.filter((minute) => minute === undefined)).toHaveLength(1);
  expect(requests).toBe(2 + 3);
});

test('what a clock that was ahead put on record before its time holds up nothing that somebody said since brings', async () => {
  const world = await worldOf([10]);
  const services = createServices(shipped, seal);
  const pass = (clock: string) => reconcile(inProcess(world, { kind: 'app' }), { ...repo, number: 1 }, clock, services);
  await pass('2026-03-03T10:00:00Z');
  world.now = '2026-03-02T10:01:00Z';
  world.as('ada').comment(repo, 1, '/update It goes on next in 20m');
  await pass('2026-03-02T10:01:00Z');
  const [next] = (await told(world, undefined, seal, '2026-03-02T10:02:00Z')).minutes;
  expect(next).toBeLessThanOrEqual(21);
  expect((await told(world, undefined, seal, '2026-03-02T09:00:00Z')).minutes).toEqual([next]);
});

test('a card that is not proved does not tell', async () => {
  const world = await worldOf([10, 12]);
  expect((await told(world, undefined, sealWith('another key'))).minutes).toEqual([undefined, undefined]);
});
