// What a scheduled run looks at among many open incidents: what changed, what its card owes, and a few others each time.
import { whatIsDue } from '../../action/what-is-due.ts';
import { inProcess, noRequests, type Requests } from '../../sandbox/client.ts';
import { World } from '../../sandbox/world.ts';
import { sealWith } from '../../src/core/seal.ts';
import { createServices } from '../../src/footing.ts';
import type { GitHub } from '../../src/github/client.ts';
import { reconcile } from '../../src/reconcile.ts';
import { readShipped } from '../../src/shipped.ts';
import { repo, report } from '../app/running.ts';

const key = 'a key';
const shipped = readShipped();
const many = 30;
const worst = [11, 23];
let world: World;

interface Way {
  readonly count?: Requests;
  /** What GitHub gives an hour. */
  readonly points?: number;
  readonly as?: string;
}

function github({ count = noRequests(), points }: Way = {}): GitHub {
  const wire = inProcess(world, { kind: 'app', slug: 'github-actions' }, { count });
  if (points === undefined) return wire;
  return {
    ...wire,
    async graphql(document, variables) {
      const answer = await wire.graphql(document, variables);
      const { rateLimit } = answer.data ?? {};
      const data = rateLimit ? { ...answer.data, rateLimit: { limit: points, remaining: points } } : answer.data;
      return { ...answer, data };
    },
  };
}

async function numbers(now: string, way: Way = {}) {
  const services = createServices(shipped, sealWith(way.as ?? key), 'actions');
  const { issues, left } = await whatIsDue(github(way), { home: 'acme/ops', now }, services);
  return { numbers: issues.map(({ ref }) => ref.number), left };
}

beforeAll(async () => {
  world = new World({ now: '2026-03-02T10:00:00Z' });
  world.createRepository('acme', 'ops');
  world.setPermission(repo, 'ada', 'maintain');
  const services = createServices(shipped, sealWith(key), 'actions');
  for (let number = 1; number <= many; number += 1) {
    const body = worst.includes(number) ? report : report.replace('Sev-1', 'Sev-3');
    world.as('ada').openIssue(repo, { title: `It ${number}`, body, labels: ['incident'] });
    await reconcile(github(), { ...repo, number }, world.now, services);
  }
});

test('a minute later nothing is due: that costs a page of cards, and a look at one in case something was missed', async () => {
  const count = noRequests();
  const { numbers: some, left } = await numbers('2026-03-02T10:01:00Z', { count });
  expect([some.length, left]).toEqual([1, 0]);
  expect(count.graphql + count.rest).toBeLessThanOrEqual(8);
  expect(count.points).toBeLessThanOrEqual(12);
});

test('what somebody said is looked at, whatever the cards owe', async () => {
  world.now = '2026-03-02T10:02:00Z';
  world.as('ada').comment(repo, 7, '/role commander');
  const { numbers: some } = await numbers('2026-03-02T10:02:30Z');
  expect(some).toContain(7);
  expect(some.length).toBeLessThanOrEqual(2);
});

test('what somebody said seconds after our card is looked at as well', async () => {
  const services = createServices(shipped, sealWith(key), 'actions');
  await reconcile(github(), { ...repo, number: 7 }, world.now, services);
  world.now = '2026-03-02T10:02:03Z';
  world.as('ada').comment(repo, 7, '/ack');
  expect((await numbers('2026-03-02T10:02:30Z')).numbers).toContain(7);
});

test('when their clocks have run out all of them are, the worst level first', async () => {
  const { numbers: some, left } = await numbers('2026-03-03T10:30:00Z');
  expect([some.length, left]).toEqual([many, 0]);
  expect(some.slice(0, 2).toSorted()).toEqual(worst);
});

test('of cards that are not proved as many are looked at as a share of the hour pays for, others each time', async () => {
  const seen = new Set<number>();
  for (const minute of ['05', '20', '35', '50']) {
    const way = { points: 1000, as: 'another key' };
    const { numbers: some, left } = await numbers(`2026-03-02T12:${minute}:00Z`, way);
    expect(some.length).toBeLessThanOrEqual(15);
    expect(some.length + left).toBe(many);
    for (const number of some) seen.add(number);
  }
  expect(seen.size).toBe(many);
});

describe('where the handbook became another one meanwhile', () => {
  const config = '.github/sitrep.yml';
  const promising = (response: string): string => `clocks: {response: {within: {sev-3: ${response}, sev-2: 6h}}}\n`;
  const older = [4, 17, 28];

  /** Some began with the older one, by which a Sev-3 is to be acknowledged by 11:00; the others with today's. */
  beforeAll(async () => {
    world = new World({ now: '2026-03-02T10:00:00Z' });
    world.createRepository('acme', 'ops', { files: { [config]: promising('1h') } });
    world.setPermission(repo, 'ada', 'maintain');
    const numbers = Array.from({ length: many }, (_, place) => place + 1);
    for (const number of numbers)
      world
        .as('ada')
        .openIssue(repo, { title: `It ${number}`, body: report.replace('Sev-1', 'Sev-3'), labels: ['incident'] });
    const services = createServices(shipped, sealWith(key), 'actions');
    for (const number of older) await reconcile(github(), { ...repo, number }, world.now, services);
    world.as('ada').push(repo, { [config]: promising('5h') });
    for (const number of numbers.filter((number) => !older.includes(number)))
      await reconcile(github(), { ...repo, number }, world.now, services);
  });

  test('each is judged by the one that it began with', async () => {
    const before = await numbers('2026-03-02T10:59:00Z');
    expect([before.numbers.length, before.left]).toEqual([1, 0]);
    const count = noRequests();
    const after = await numbers('2026-03-02T11:01:00Z', { count });
    expect(after.numbers).toEqual(expect.arrayContaining(older));
    expect(after.numbers.length).toBeLessThanOrEqual(older.length + 1);
    // The cards are a point, and the older handbook is another one.
    expect(count.points).toBeLessThanOrEqual(13);
  });
});
