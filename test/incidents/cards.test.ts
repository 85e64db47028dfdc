// Whose card is believed, what is fetched to know it, and what is said of a card that is broken.
import { beforeAll, describe, expect, test } from '@jest/globals';
import type { World } from '../../sandbox/world.ts';
import type { Entry } from '../../src/core/entry.ts';
import { encodeLedger } from '../../src/core/ledger.ts';
import { mark } from '../../src/core/marker.ts';
import { sealWith } from '../../src/core/seal.ts';
import type { Services } from '../../src/footing.ts';
import { newProcess, seal } from '../scenario/new-process.ts';
import { addRepository, card, engineEntries, engineIncident, reading, repo, smallWorld } from './ground.ts';

let entries: readonly Entry[];
beforeAll(async () => {
  entries = await engineEntries();
});

/** An issue with the label, and so many comments of a person first. */
function incident(world: World, comments = 0) {
  const issue = world.as('ada').openIssue(repo, { title: 'Mail is slow', body: '', labels: ['incident'] });
  for (let index = 0; index < comments; index += 1) world.as('eve').comment(repo, issue.number, `me too ${index}`);
  return issue;
}

const fromCard = { source: 'card', problem: null, status: 'resolved' } as const;
const resolvedAt = () => entries.find(({ fact }) => fact?.kind === 'status' && fact.status === 'resolved')?.saidAt;

describe('a card', () => {
  test.each([
    ['the first comment', 0, 1],
    ['the third one', 2, 1],
    ['the fourth one', 3, 2],
    ['beyond the next page of comments', 60, 3],
  ])('is found as %s', async (_, comments, requests) => {
    const world = smallWorld();
    const issue = incident(world, comments);
    world.as('sitrep').comment(repo, issue.number, card(issue.nodeId, entries));
    const { lines, count, failed } = await reading(world);
    expect(failed).toBeNull();
    expect(lines).toMatchObject([{ ...fromCard, milestones: { resolved: { at: resolvedAt() } } }]);
    expect(count.graphql).toBe(requests);
  });

  test('that many incidents have late is looked for in one request for all of them', async () => {
    const world = smallWorld();
    for (let index = 0; index < 40; index += 1) {
      const issue = incident(world, 5);
      world.as('sitrep').comment(repo, issue.number, card(issue.nodeId, entries));
    }
    const { lines, count } = await reading(world);
    expect(lines.filter(({ source }) => source === 'card')).toHaveLength(40);
    expect(count.graphql).toBe(2);
  });

  test('without one the issue itself is read, and says so', async () => {
    const world = smallWorld();
    const issue = incident(world, 7);
    world.now = '2026-03-02T12:00:00Z';
    world.as('ada').close(repo, issue.number, 'duplicate');
    const { lines, repositories } = await reading(world);
    expect(lines).toMatchObject([
      { source: 'issue', problem: null, milestones: { closed: { at: '2026-03-02T12:00:00Z' }, resolved: null } },
    ]);
    expect(lines[0]?.closed?.reason).toBe('duplicate');
    expect(repositories).toEqual([{ name: 'acme/ops', incidents: 1, fromIssueOnly: 1, problem: null }]);
  });

  test.each([
    ['that nobody of the team answered is a report that was not taken up', 'eve', [], undefined, false],
    ['that somebody of the team spoke to is an incident', 'eve', ['bob'], undefined, true],
    ['by somebody of the team is an incident', 'bob', [], undefined, true],
    ['where anyone may declare is an incident', 'eve', [], 'declare: anyone\n', true],
  ])('without one a public issue %s', async (_, by, answered, config, counts) => {
    const world = smallWorld(config ? { '.github/sitrep.yml': config } : undefined);
    const issue = world.as(by).openIssue(repo, { title: 'Mail', body: '', labels: ['incident'], template: true });
    for (const login of ['mallory', ...answered]) world.as(login).comment(repo, issue.number, 'Me too');
    const { lines, repositories } = await reading(world);
    expect(lines.map(({ source, confirmed }) => [source, confirmed])).toEqual([['issue', counts ? undefined : false]]);
    expect(repositories[0]).toMatchObject({ incidents: 1, fromIssueOnly: counts ? 1 : 0 });
  });

  test('without one a private issue of whoever may read it is an incident', async () => {
    const world = smallWorld();
    addRepository(world, 'secret', undefined, true);
    const secret = { owner: 'acme', name: 'secret' };
    world.setPermission(secret, 'eve', 'read');
    world.as('eve').openIssue(secret, { title: 'Mail', body: '', labels: ['incident'], template: true });
    const { lines } = await reading(world, { asked: { repositories: ['acme/secret'] } });
    expect(lines).toMatchObject([{ source: 'issue' }]);
    expect(lines[0]).not.toHaveProperty('confirmed');
  });

  test('of a person is none', async () => {
    const world = smallWorld();
    const issue = incident(world);
    world.as('ada').comment(repo, issue.number, card(issue.nodeId, entries));
    expect((await reading(world)).lines).toMatchObject([
      { source: 'issue', problem: null, milestones: { resolved: null } },
    ]);
  });

  test('that a person edited is read as its app wrote it last', async () => {
    const world = smallWorld();
    const issue = incident(world);
    const comment = world.as('sitrep').comment(repo, issue.number, card(issue.nodeId, entries.slice(0, 1)));
    world.as('sitrep').editComment(repo, comment.id, card(issue.nodeId, entries));
    world.as('ada').editComment(repo, comment.id, card(issue.nodeId, entries.slice(0, 2)));
    const { lines, count } = await reading(world);
    expect(lines).toMatchObject([fromCard]);
    expect(count.graphql).toBe(2);
  });

  test('of which a person left nothing is read as its app wrote it last, too', async () => {
    const world = smallWorld();
    const issue = incident(world);
    const comment = world.as('sitrep').comment(repo, issue.number, card(issue.nodeId, entries));
    world.as('ada').editComment(repo, comment.id, 'gone');
    expect((await reading(world)).lines).toMatchObject([fromCard]);
  });

  test('that was copied from another issue is not believed', async () => {
    const world = smallWorld();
    const other = incident(world);
    const issue = incident(world);
    world.as('sitrep').comment(repo, issue.number, card(other.nodeId, entries));
    const { lines } = await reading(world);
    expect(lines.find((line) => line.issue === issue.number)).toMatchObject({
      source: 'issue',
      problem: expect.stringContaining("another issue's record"),
      status: null,
    });
  });

  test('of an incident that was transferred is believed under its old id', async () => {
    const world = smallWorld();
    addRepository(world, 'other');
    await engineIncident(world, 'Moves');
    world.now = '2026-03-02T11:00:00Z';
    world.as('ada').transfer(repo, 1, { owner: 'acme', name: 'other' });
    const { lines } = await reading(world, { asked: { repositories: ['acme/other'] } });
    expect(lines).toMatchObject([{ ...fromCard, repository: 'acme/other' }]);
  });

  test('of an engine that kept it in several comments is read from all of them', async () => {
    const world = smallWorld();
    const issue = incident(world);
    const bot = world.as('sitrep');
    const written = bot.comment(repo, issue.number, card(issue.nodeId, entries.slice(2), 1));
    for (let index = 0; index < 8; index += 1) world.as('eve').comment(repo, issue.number, 'hm');
    const block = { block: 'record:1', revision: 1, records: 0, pinned: false, entries: entries.slice(0, 2) };
    const record = bot.comment(repo, issue.number, mark('record:1', encodeLedger(block, issue.nodeId, seal)));
    const { lines } = await reading(world);
    expect(lines).toMatchObject([{ ...fromCard, entries: entries.length }]);
    world.as('ada').deleteComment(repo, record.id);
    expect((await reading(world)).lines).toMatchObject([
      { source: 'issue', problem: expect.stringContaining('part of its record is missing') },
    ]);
    expect(written.id).not.toBe(record.id);
  });

  test('that is damaged is listed with what is wrong', async () => {
    const world = smallWorld();
    const issue = incident(world);
    const body = card(issue.nodeId, entries).replace(/\n[A-Za-z0-9+/=]{40}/, '\nAAAA');
    world.as('sitrep').comment(repo, issue.number, body);
    expect((await reading(world)).lines).toMatchObject([
      { source: 'issue', problem: expect.stringContaining('cannot be read') },
    ]);
  });

  test('that declares nothing is listed as that', async () => {
    const world = smallWorld();
    const issue = incident(world);
    const rest = entries.filter(({ fact }) => fact?.kind !== 'declared');
    world.as('sitrep').comment(repo, issue.number, card(issue.nodeId, rest));
    expect((await reading(world)).lines).toMatchObject([
      { source: 'issue', problem: expect.stringContaining('declares no incident') },
    ]);
  });

  test('of which its first pass wrote no more than an empty one is none yet', async () => {
    const world = smallWorld();
    const issue = incident(world);
    world.as('sitrep').comment(repo, issue.number, mark('card', 'A moment…'));
    expect((await reading(world)).lines).toMatchObject([{ source: 'issue', problem: null }]);
  });
});

describe('whose card', () => {
  const config = (app: string) => ({ '.github/sitrep.yml': `app: ${app}\n` });

  function two(files?: Record<string, string>) {
    const world = smallWorld(files);
    world.addUser('rival', { bot: true });
    const issue = incident(world);
    const write = (login: string, of: readonly Entry[]) =>
      world.as(login, { issues: 'write', metadata: 'read' }).comment(repo, issue.number, card(issue.nodeId, of));
    return { world, write };
  }

  test('of two bots the older is taken, and it is said', async () => {
    const { world, write } = two();
    write('rival', entries.slice(0, 1));
    write('sitrep', entries);
    expect((await reading(world)).lines).toMatchObject([
      { source: 'card', entries: 1, problem: expect.stringContaining('Two different bots') },
    ]);
  });

  test('the one that took over from the other is taken, wherever it stands', async () => {
    const { world, write } = two();
    const adopted = { source: 'comment:9:0', by: null, saidAt: '2026-03-02T12:00:00Z', order: 0 };
    write('rival', entries.slice(0, 1));
    write('sitrep', [...entries, { ...adopted, fact: { kind: 'adopted', from: 'rival' } }]);
    expect((await reading(world)).lines).toMatchObject([{ ...fromCard, entries: entries.length + 1 }]);
  });

  test('the one of the app that the config names', async () => {
    const { world, write } = two(config('sitrep'));
    write('rival', entries.slice(0, 1));
    write('sitrep', entries);
    expect((await reading(world)).lines).toMatchObject([{ ...fromCard, entries: entries.length }]);
  });

  test("another app's alone is said to be that", async () => {
    const { world, write } = two(config('sitrep'));
    write('rival', entries);
    expect((await reading(world)).lines).toMatchObject([
      { source: 'issue', problem: expect.stringContaining('another app') },
    ]);
  });
});

describe('proof', () => {
  const withSeal = (secret: string | null): Services => {
    const services = newProcess();
    return { ...services, tools: { ...services.tools, seal: sealWith(secret) } };
  };

  test('without a key cards are read, and the look says that they are not proved', async () => {
    const world = smallWorld();
    const issue = incident(world);
    world.as('sitrep').comment(repo, issue.number, card(issue.nodeId, entries));
    const read = await reading(world, { wires: { services: withSeal(null) } });
    expect(read.lines).toMatchObject([fromCard]);
    expect(read.look?.unproved).toBe(true);
    expect((await reading(world)).look?.unproved).toBe(false);
  });

  test('with another key the proof does not hold, and that is what is said', async () => {
    const world = smallWorld();
    const issue = incident(world);
    world.as('sitrep').comment(repo, issue.number, card(issue.nodeId, entries));
    const { lines } = await reading(world, { wires: { services: withSeal('another') } });
    expect(lines).toMatchObject([{ source: 'issue', problem: expect.stringContaining('not proved by this key') }]);
  });
});
