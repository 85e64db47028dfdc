// Which incidents are read, each once, although the list moves; and what an unchanged second run costs.
import { beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { inProcess } from '../../sandbox/client.ts';
import type { World } from '../../sandbox/world.ts';
import type { Entry } from '../../src/core/entry.ts';
import type { GitHub } from '../../src/github/client.ts';
import { card, cardedIncidents, engineEntries, engineIncident, reading, repo, smallWorld } from './ground.ts';

let entries: readonly Entry[];
beforeAll(async () => {
  entries = await engineEntries();
});

const numbers = (lines: readonly { readonly issue: number }[]) => lines.map(({ issue }) => issue);
const upTo = (count: number) => Array.from({ length: count }, (_, index) => index + 1);

describe('which are read', () => {
  test('those that changed since, and open ones whenever they changed', async () => {
    const world = smallWorld();
    cardedIncidents(world, 6, entries);
    world.now = '2026-03-03T10:00:00Z';
    for (const number of [1, 2, 3]) world.as('ada').close(repo, number);
    world.now = '2026-03-05T10:00:00Z';
    world.as('ada').comment(repo, 2, 'Seen again');
    const since = (time: string) => reading(world, { asked: { since: time } });
    expect(numbers((await since('2026-03-04T00:00:00Z')).lines)).toEqual([2, 4, 5, 6]);
    expect(numbers((await since('2026-03-06T00:00:00Z')).lines)).toEqual([4, 5, 6]);
    expect(numbers((await since('2026-03-01T00:00:00Z')).lines)).toEqual(upTo(6));
    expect((await since('2026-03-04T00:00:00Z')).count.graphql).toBe(2);
    expect((await since('2026-03-01T00:00:00Z')).count.graphql).toBe(1);
  });

  test('open ones that did not change are followed only as far as needed', async () => {
    const world = smallWorld();
    cardedIncidents(world, 240, entries);
    world.now = '2026-03-04T10:00:00Z';
    for (const number of upTo(240).slice(10)) world.as('eve').comment(repo, number, 'hm');
    const { lines, count } = await reading(world, { asked: { since: '2026-03-04T00:00:00Z' } });
    expect(numbers(lines)).toEqual(upTo(240));
    expect(count.graphql).toBe(6);
  });

  test('where the config names another label, those that bear it, and older ones that have a card', async () => {
    const world = smallWorld({
      '.github/sitrep.yml': 'label: {name: outage}\n',
    });
    const ada = world.as('ada');
    ada.createLabel(repo, { name: 'outage' });
    for (const label of ['outage', 'incident', 'incident']) {
      ada.openIssue(repo, { title: label, body: '', labels: [label] });
    }
    const older = world.repository('acme', 'ops')?.issues.get(2);
    world.as('sitrep').comment(repo, 2, card(older?.nodeId ?? '', entries));
    const { lines, count, failed } = await reading(world);
    expect(failed).toBeNull();
    expect(lines.map(({ issue, source }) => [issue, source])).toEqual([
      [1, 'issue'],
      [2, 'card'],
    ]);
    expect(count.graphql).toBe(2);
  });

  test('none are none', async () => {
    const { lines, failed, repositories } = await reading(smallWorld());
    expect(failed).toBeNull();
    expect(lines).toEqual([]);
    expect(repositories).toEqual([{ name: 'acme/ops', incidents: 0, fromIssueOnly: 0, problem: null }]);
  });
});

describe('configs that incidents began with', () => {
  test('are fetched together, each once, and give each its own handbook', async () => {
    const zones = ['Europe/Berlin', 'Asia/Tokyo', 'Africa/Nairobi', 'America/Lima'];
    const config = (zone: string) => `handbook: ims\nzone: ${zone}\n`;
    const world = smallWorld({ '.github/sitrep.yml': config('UTC') });
    for (const zone of zones) {
      await engineIncident(world, `In ${zone}`, ['/sev 2']);
      await engineIncident(world, `Again in ${zone}`, ['/sev 2']);
      world.as('ada').push(repo, { '.github/sitrep.yml': config(zone) });
    }
    world.as('ada').push(repo, { '.github/sitrep.yml': 'handbook: workflow-guide\n' });
    const { lines, count, failed } = await reading(world);
    expect(failed).toBeNull();
    expect(lines.map(({ handbook }) => handbook)).toEqual(Array(8).fill('ims'));
    expect(count.graphql).toBe(2);
  });
});

describe('a second run', () => {
  test('that finds nothing changed is known after one request', async () => {
    const world = smallWorld();
    cardedIncidents(world, 120, entries);
    const first = await reading(world);
    const again = await reading(world, { wires: { look: () => false } });
    expect(again.count.graphql).toBe(1);
    expect(again.lines).toEqual([]);
    expect((await reading(world)).look?.digest).toBe(first.look?.digest);
  });

  test.each<[string, (world: World) => void]>([
    ['a comment', (world) => void world.as('eve').comment(repo, 3, 'hm')],
    ['a new one', (world) => cardedIncidents(world, 1, entries)],
    ['one that is closed', (world) => void world.as('ada').close(repo, 3)],
    ['a label taken away', (world) => void world.as('ada').removeLabels(repo, 3, 'incident')],
    ['another title', (world) => world.as('ada').retitle(repo, 3, 'Other')],
    ['an edited card', (world) => editCard(world)],
    ['the config', (world) => void world.as('ada').push(repo, { '.github/sitrep.yml': 'handbook: ims\n' })],
  ])('sees by the digest: %s', async (_, act) => {
    const world = smallWorld();
    cardedIncidents(world, 5, entries);
    const first = await reading(world);
    world.now = '2026-03-02T12:00:00Z';
    act(world);
    expect((await reading(world)).look?.digest).not.toBe(first.look?.digest);
  });

  function editCard(world: World): void {
    const comment = world
      .repository('acme', 'ops')
      ?.issues.get(3)
      ?.timeline.find(({ kind }) => kind === 'IssueComment');
    world.as('sitrep').editComment(repo, comment?.id ?? 0, 'x');
  }
});

test('the metrics issues of the home come with the first look, the newest first', async () => {
  const world = smallWorld();
  const ada = world.as('ada');
  ada.createLabel(repo, { name: 'incident-metrics' });
  for (const week of ['W08', 'W09']) {
    world.now = `2026-03-02T10:${week.slice(1)}:00Z`;
    world.as('sitrep').openIssue(repo, { title: week, body: week, labels: ['incident-metrics'] });
  }
  const theirs = ada.openIssue(repo, { title: 'Not ours', body: '', labels: ['incident-metrics'] });
  ada.editBody(repo, theirs.number - 1, 'Scribbled over');
  const { look, count } = await reading(world);
  expect(look?.kept.map(({ title, state, ours }) => [title, state, ours])).toEqual([
    ['Not ours', 'open', false],
    ['W09', 'open', false],
    ['W08', 'open', true],
  ]);
  expect(look?.viewer).toBe('sitrep');
  expect(look?.home?.handbook.id).toBe('workflow-guide');
  expect(count.graphql).toBe(1);
});

// People go on while we read: whatever they do between two requests, no incident comes twice and none that was there is lost.
test('a list that moves while it is read loses none and doubles none', async () => {
  const act = fc.record({
    before: fc.integer({ min: 2, max: 9 }),
    what: fc.constantFrom('comment', 'close', 'open', 'reopen'),
    on: fc.integer({ min: 1, max: 180 }),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(act, { maxLength: 12 }), async (acts) => {
      const world = smallWorld();
      cardedIncidents(world, 180, entries);
      for (const number of upTo(180).filter((one) => one % 3 === 0)) world.as('ada').close(repo, number);
      const since = '2026-03-02T10:01:00Z';
      const { github, opened } = restless(world, acts);
      const { lines, failed, repositories } = await reading(world, { github, asked: { since } });
      expect(failed).toBeNull();
      const read = numbers(lines);
      expect(new Set(read).size).toBe(read.length);
      const due = upTo(180).filter((number) => number >= 60 || number % 3 !== 0);
      expect(due.filter((number) => !read.includes(number))).toEqual([]);
      expect(opened().filter((number) => !read.includes(number))).toEqual([]);
      expect(repositories[0]?.problem).toBeNull();
    }),
    { numRuns: 12 },
  );
});

interface Act {
  readonly before: number;
  readonly what: string;
  readonly on: number;
}

/** Somebody acts before the nth request. @returns also the numbers of what was opened so far */
function restless(world: World, acts: readonly Act[]): { github: GitHub; opened: () => readonly number[] } {
  const own = inProcess(world, { kind: 'app' });
  const opened: number[] = [];
  let count = 0;
  const play = ({ what, on }: Act): void => {
    world.now = new Date(Date.parse(world.now) + 1000).toISOString();
    const ada = world.as('ada');
    const issue = world.repository('acme', 'ops')?.issues.get(on);
    const opens = nextNumber(world);
    if (what === 'open') {
      cardedIncidents(world, 1, entries);
      opened.push(opens);
    } else if (what === 'close' && issue?.state === 'open') ada.close(repo, on);
    else if (what === 'reopen' && issue?.state === 'closed') ada.reopen(repo, on);
    else ada.comment(repo, on, 'hm');
  };
  return {
    opened: () => opened,
    github: {
      rest: own.rest,
      graphql(document, variables) {
        count += 1;
        for (const act of acts) if (act.before === count) play(act);
        return own.graphql(document, variables);
      },
    },
  };
}

function nextNumber(world: World): number {
  return world.repository('acme', 'ops')?.nextNumber ?? 0;
}
