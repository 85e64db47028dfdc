// What the sweep finds: what was missed, once; nothing that was looked at since; and within GitHub's bounds.
import { expect, test } from '@jest/globals';
import { inProcess } from '../../sandbox/client.ts';
import { sealWith } from '../../src/core/seal.ts';
import { createServices } from '../../src/footing.ts';
import type { GitHub } from '../../src/github/client.ts';
import type { Installation, SweptRepository } from '../../src/github/installations.ts';
import type { IssueRef } from '../../src/github/observe.ts';
import { queries } from '../../src/github/search.ts';
import { readShipped } from '../../src/shipped.ts';
import { sweep } from '../../src/sweep.ts';
import { SweepMemory } from '../../src/sweep-memory.ts';
import { repo, smallWorld } from './running.ts';

const services = () => createServices(readShipped(), sealWith('s'));

function sweeping() {
  const world = smallWorld();
  const github = inProcess(world, { kind: 'app' });
  const woken: number[] = [];
  const looked = new Map<number, string>();
  const due = new Map<number, string>();
  const told: string[] = [];
  const options = {
    app: async () => github,
    clientFor: async (): Promise<GitHub> => github,
    passes: {
      wakeInTurn: (_installation: number, { number }: IssueRef) => void woken.push(number),
      lookedAt: ({ number }: IssueRef) => looked.get(number) ?? null,
      dueAt: ({ number }: IssueRef) => due.get(number) ?? null,
      letIn: () => {},
    },
    services: services(),
    memory: new SweepMemory(),
    clock: () => world.now,
    log: { debug() {}, info() {}, warn: (_: object, sentence: string) => void told.push(sentence), error() {} },
  };
  return { world, woken, looked, due, told, options };
}

test('open incidents, lately closed ones and lately changed issues are woken at the start; later only open incidents', async () => {
  const { world, woken, options } = sweeping();
  const ada = world.as('ada');
  ada.openIssue(repo, { title: 'old and closed', body: '', labels: ['bug'] });
  ada.createLabel(repo, { name: 'incident', color: 'd73a4a' });
  ada.addLabels(repo, 1, 'incident');
  ada.close(repo, 1, 'completed');
  world.now = '2026-03-08T10:00:00Z';
  ada.openIssue(repo, { title: 'open', body: '', labels: ['incident'] });
  ada.openIssue(repo, { title: 'closed just now', body: '', labels: ['incident'] });
  ada.close(repo, 3, 'completed');
  ada.openIssue(repo, { title: 'no label yet', body: '' });
  await sweep(options, true);
  expect(woken.sort()).toEqual([2, 3, 4]);
  woken.length = 0;
  await sweep(options, false);
  expect(woken).toEqual([2]);
});

test('what was looked at since it changed rests, for a day', async () => {
  const { world, woken, looked, options } = sweeping();
  world.as('ada').createLabel(repo, { name: 'incident', color: 'd73a4a' });
  world.as('ada').openIssue(repo, { title: 'open', body: '', labels: ['incident'] });
  looked.set(1, world.now);
  world.now = '2026-03-03T09:59:59Z';
  await sweep(options, false);
  expect(woken).toEqual([]);
  world.now = '2026-03-03T10:00:00Z';
  await sweep(options, false);
  expect(woken).toEqual([1]);
});

test('what became due since it was looked at is woken', async () => {
  const { world, woken, looked, due, options } = sweeping();
  world.as('ada').createLabel(repo, { name: 'incident', color: 'd73a4a' });
  world.as('ada').openIssue(repo, { title: 'open', body: '', labels: ['incident'] });
  looked.set(1, world.now);
  due.set(1, '2026-03-02T12:00:00Z');
  world.now = '2026-03-02T11:59:59Z';
  await sweep(options, false);
  expect(woken).toEqual([]);
  world.now = '2026-03-02T12:00:00Z';
  await sweep(options, false);
  expect(woken).toEqual([1]);
});

test('a label of the config is learned at the start', async () => {
  const { world, woken, options } = sweeping();
  const ada = world.as('ada');
  ada.push(repo, { '.github/sitrep.yml': 'label: { name: outage }\n' });
  ada.createLabel(repo, { name: 'outage', color: 'd73a4a' });
  ada.openIssue(repo, { title: 'open', body: '', labels: ['outage'] });
  await sweep(options, true);
  woken.length = 0;
  await sweep(options, false);
  expect(woken).toEqual([1]);
});

test('an installation that gives no answer is told, and ends nothing', async () => {
  const { told, options } = sweeping();
  await sweep({ ...options, clientFor: () => Promise.reject(new Error('suspended')) }, true);
  expect(told.length).toBe(1);
});

test('a search stays within 256 characters however many repositories are selected', () => {
  const installation: Installation = { id: 1, account: 'acme', organisation: true, selected: true };
  const repositories: SweptRepository[] = Array.from({ length: 120 }, (_, place) => {
    const name = `a-repository-with-a-long-name-${place}`;
    return { id: `R${place}`, owner: 'acme', name, key: `acme/${name}` };
  });
  const all = queries(installation, repositories, ['incident'], '2026-03-02T10:00:00Z');
  expect(Math.max(...all.map(({ query }) => query.length))).toBeLessThanOrEqual(256);
  for (const { name } of repositories)
    expect(all.filter(({ query }) => query.split(' ').includes(`repo:acme/${name}`)).length).toBe(3);
  expect(queries({ ...installation, selected: false }, [], ['incident'], null)).toEqual([
    { query: 'is:issue is:open label:"incident" archived:false sort:updated-desc org:acme', pages: 10 },
  ]);
});

test('open incidents of a label that the config no longer names are found as well', async () => {
  const { world, woken, options } = sweeping();
  const ada = world.as('ada');
  ada.createLabel(repo, { name: 'outage', color: 'd73a4a' });
  ada.openIssue(repo, { title: 'began as an outage', body: '', labels: ['outage'] });
  options.services.marks.set('acme/ops', { labels: ['disruption', 'outage'], headings: [], levels: [] });
  await sweep(options, false);
  expect(woken).toEqual([1]);
});

test('further reports of an outsider who has too many are passed over', async () => {
  const { world, woken, options } = sweeping();
  world.as('ada').createLabel(repo, { name: 'incident', color: 'd73a4a' });
  world.addUser('mal');
  for (const title of ['known', 'a further one'])
    world.as('mal').openIssue(repo, { title, body: '', labels: ['incident'], template: true });
  world.as('ada').openIssue(repo, { title: 'real', body: '', labels: ['incident'] });
  options.services.incidents.add('acme/ops#1');
  options.services.heldBack.set('acme/ops mal', Date.parse(world.now) + 1);
  await sweep(options, false);
  expect(woken.sort()).toEqual([1, 3]);
});
