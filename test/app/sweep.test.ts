// What the sweep finds: what was missed, once; nothing that was looked at since; and within GitHub's bounds.
import { expect, test } from '@jest/globals';
import { inProcess } from '../../sandbox/client.ts';
import { sealWith } from '../../src/core/seal.ts';
import { createServices } from '../../src/footing.ts';
import type { GitHub } from '../../src/github/client.ts';
import type { Installation, SweptRepository } from '../../src/github/installations.ts';
import type { IssueRef } from '../../src/github/observe.ts';
import { queries } from '../../src/github/queries.ts';
import type { Looked } from '../../src/pass-memory.ts';
import { readShipped } from '../../src/shipped.ts';
import { sweep } from '../../src/sweep.ts';
import { SweepMemory } from '../../src/sweep-memory.ts';
import { repo, smallWorld } from './running.ts';

const services = () => createServices(readShipped(), sealWith('s'));

function sweeping() {
  const world = smallWorld();
  const github = inProcess(world, { kind: 'app' });
  const woken: number[] = [];
  const looked = new Map<number, Looked>();
  const due = new Map<number, string>();
  const told: string[] = [];
  const options = {
    app: async () => github,
    clientFor: async (): Promise<GitHub> => github,
    passes: {
      wakeInTurn: (_installation: number, { number }: IssueRef) => void woken.push(number),
      looked: ({ number }: IssueRef) => looked.get(number) ?? null,
      dueAt: ({ number }: IssueRef) => due.get(number) ?? null,
      letIn: () => {},
      expect: () => {},
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
  for (const now of ['2026-03-08T11:00:00Z', '2026-03-08T11:10:00Z']) {
    world.now = now;
    woken.length = 0;
    await sweep(options, false);
  }
  expect(woken).toEqual([2]);
});

test('what was looked at since it changed rests, for a day', async () => {
  const { world, woken, looked, options } = sweeping();
  world.as('ada').createLabel(repo, { name: 'incident', color: 'd73a4a' });
  world.as('ada').openIssue(repo, { title: 'open', body: '', labels: ['incident'] });
  looked.set(1, { at: world.now, changedAt: world.now });
  world.now = '2026-03-03T09:59:59Z';
  await sweep(options, false);
  expect(woken).toEqual([]);
  world.now = '2026-03-03T10:00:00Z';
  await sweep(options, false);
  expect(woken).toEqual([1]);
  // Looked at when our clock was far ahead.
  looked.set(1, { at: '2026-05-01T00:00:00Z', changedAt: '2026-03-02T10:00:00Z' });
  await sweep(options, false);
  expect(woken).toEqual([1, 1]);
  // A little ahead: what was shown then is not true yet.
  looked.set(1, { at: '2026-03-03T10:20:00Z', changedAt: '2026-03-02T10:00:00Z' });
  await sweep(options, false);
  expect(woken).toEqual([1, 1, 1]);
  looked.set(1, { at: '2026-03-03T10:00:30Z', changedAt: '2026-03-02T10:00:00Z' });
  await sweep(options, false);
  expect(woken).toEqual([1, 1, 1]);
});

test('what became due since it was looked at is woken', async () => {
  const { world, woken, looked, due, options } = sweeping();
  world.as('ada').createLabel(repo, { name: 'incident', color: 'd73a4a' });
  world.as('ada').openIssue(repo, { title: 'open', body: '', labels: ['incident'] });
  looked.set(1, { at: world.now, changedAt: world.now });
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
  const all = queries(installation, repositories, ['incident'], { since: '2026-03-02T10:00:00Z', first: true });
  const texts = all.flatMap(({ query, beside }) => [query, ...(beside ? [beside] : [])]);
  expect(texts.length).toBeGreaterThan(all.length);
  expect(Math.max(...texts.map(({ length }) => length))).toBeLessThanOrEqual(256);
  for (const { name } of repositories)
    expect(texts.filter((text) => text.split(' ').includes(`repo:acme/${name}`)).length).toBe(6);
  const since = '2026-03-02T10:00:00Z';
  const whole = queries({ ...installation, selected: false }, [], ['incident'], { since, first: false });
  expect(
    whole.map(({ query, each, most, words, beside }) => [
      query.replace(' archived:false sort:updated-desc org:acme', ''),
      each,
      most,
      words,
      ...(beside ? [beside] : []),
    ]),
  ).toEqual([
    ['is:issue is:open label:"incident"', 100, 1000, false],
    // And in the same requests those of which GitHub refused the post-mortem, or that nobody merged, however long ago they changed.
    [
      ...[`is:issue is:closed label:"incident" updated:>${since}`, 25, 1000, false],
      'is:issue is:closed label:"incident" in:comments "GitHub did not let me open" archived:false sort:created-asc org:acme',
    ],
    [
      ...[`is:pr head:post-mortem updated:>${since}`, 25, 1000, false],
      'is:pr is:unmerged head:post-mortem archived:false sort:created-asc org:acme',
    ],
    [`is:issue updated:>${since} -label:"incident"`, 25, 1000, true],
  ]);
});

test('neither many labels nor long names make a search too long, and labels are searched together', () => {
  const lately = { since: '2026-03-02T10:00:00Z', first: false };
  const whole: Installation = { id: 1, account: 'a'.repeat(39), organisation: true, selected: false };
  const long = Array.from({ length: 30 }, (_, place) => `${place}`.padEnd(50, '-'));
  expect(Math.max(...queries(whole, [], long, lately).map(({ query }) => query.length))).toBeLessThanOrEqual(256);
  const short = ['incident', 'outage', 'disruption', 'major incident', 'security'];
  expect(queries(whole, [], short, lately).map(({ query }) => query.replace(/ archived:.*/, ''))).toEqual([
    'is:issue is:open label:"incident","outage","disruption","major incident","security"',
    expect.stringContaining('is:issue is:closed label:"incident","outage","disruption","major incident","security" '),
    expect.any(String),
    expect.stringMatching(/ -label:"incident" -label:"outage" -label:"disruption"$/),
  ]);
  const repository: SweptRepository = { id: 'R', owner: whole.account, name: 'r'.repeat(100), key: '' };
  const selected = queries({ ...whole, selected: true }, [repository], short, lately);
  for (const { query } of selected)
    expect([query.length <= 256, query.includes(`org:${whole.account}`)]).toEqual([true, true]);
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

/** After a first sweep: what the next one finds that was not told. */
async function foundLater(made: ReturnType<typeof sweeping>, act: () => void): Promise<readonly number[]> {
  const { world, woken, looked, options } = made;
  await sweep(options, true);
  for (const { number, updatedAt } of world.repository('acme', 'ops')?.issues.values() ?? [])
    looked.set(number, { at: world.now, changedAt: updatedAt });
  woken.length = 0;
  world.now = '2026-03-02T12:00:00Z';
  await sweep(options, false);
  expect(woken).toEqual([]);
  world.now = '2026-03-02T12:05:00Z';
  act();
  world.now = '2026-03-02T12:10:00Z';
  await sweep(options, false);
  return woken.sort();
}

test('an incident that was closed, lost its label or both is found by the next sweep, and so is its post-mortem', async () => {
  const made = sweeping();
  const ada = made.world.as('ada');
  ada.createLabel(repo, { name: 'incident', color: 'd73a4a' });
  for (const title of ['closed', 'unlabelled', 'both', 'of the post-mortem', 'left alone'])
    ada.openIssue(repo, { title, body: '', labels: ['incident'] });
  ada.close(repo, 4, 'completed');
  const pull = ada.openPull(repo, { title: 'T', head: 'post-mortem/4', files: { 'post-mortems/4.md': 'x' } });
  for (const number of [1, 2, 3]) made.options.services.incidents.add(`acme/ops#${number}`);
  const found = await foundLater(made, () => {
    ada.close(repo, 1, 'completed');
    ada.removeLabels(repo, 2, ['incident']);
    ada.close(repo, 3, 'completed');
    ada.removeLabels(repo, 3, ['incident']);
    ada.mergePull(repo, pull.number, 'squash');
  });
  expect(found).toEqual([1, 2, 3, 4]);
});

test('a report and a command in ordinary issues are found by the next sweep; what else changed there is not looked at', async () => {
  const made = sweeping();
  const ada = made.world.as('ada');
  for (const title of ['a bug', 'another one']) ada.openIssue(repo, { title, body: 'It is slow' });
  const found = await foundLater(made, () => {
    ada.comment(repo, 1, '/incident sev-2');
    ada.comment(repo, 1, 'All of Europe');
    ada.comment(repo, 2, 'me too');
    ada.openIssue(repo, { title: 'by the form', body: '### Severity\n\nSev-1\n' });
    ada.openIssue(repo, { title: 'a question', body: '### Question\n\nHow?\n' });
  });
  expect(found).toEqual([1, 3]);
});

test('what changed while an installation did not let us in is found by the first sweep that gets through', async () => {
  const { world, woken, looked, options } = sweeping();
  const ada = world.as('ada');
  ada.createLabel(repo, { name: 'incident', color: 'd73a4a' });
  ada.openIssue(repo, { title: 'T', body: '', labels: ['incident'] });
  await sweep({ ...options, clientFor: () => Promise.reject(new Error('502')) }, true);
  await sweep({ ...options, clientFor: () => Promise.reject(new Error('502')) }, false);
  world.now = '2026-03-02T14:00:00Z';
  ada.close(repo, 1, 'completed');
  world.now = '2026-03-04T15:00:00Z';
  await sweep(options, false);
  expect(woken).toEqual([1]);
  looked.set(1, { at: world.now, changedAt: '2026-03-02T14:00:00Z' });
  woken.length = 0;
  await sweep(options, false);
  expect(woken).toEqual([]);
});
