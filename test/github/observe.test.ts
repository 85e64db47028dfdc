// What a look shows of the sandbox's world, and what it costs.
import { expect, test } from '@jest/globals';
import { encodeLedger } from '../../src/core/ledger.ts';
import { mark } from '../../src/core/marker.ts';
import { ownKey } from '../../src/core/own-comment.ts';
import { commentsOf } from '../../src/core/snapshot.ts';
import type { GitHub } from '../../src/github/client.ts';
import { emptyConfigCache } from '../../src/github/config-cache.ts';
import { observe } from '../../src/github/observe.ts';
import { itemName } from '../../src/github/speakers.ts';
import { ground, knowing, reading, repo, seal, seen, start } from './ground.ts';

test('a look shows the issue, its thread in order, who we are and the labels of the repository', async () => {
  const { world, github, ada, bob } = ground();
  ada.openIssue(repo, { title: 'Checkout is down', body: 'It is.', labels: ['bug'] });
  world.now = '2026-03-02T10:01:00Z';
  bob.comment(repo, 1, '/role scribe');
  world.now = '2026-03-02T10:02:00Z';
  bob.addLabels(repo, 1, 'enhancement');
  bob.assign(repo, 1, 'bob');
  const look = await seen(github, 1);
  expect(look.viewer).toMatchObject({ id: world.app.nodeId, login: 'sitrep', bot: true });
  expect(look.repository).toMatchObject({ owner: 'acme', name: 'ops', defaultBranch: 'main', archived: false });
  expect(look.repository.headOid).toMatch(/^[0-9a-f]{40}$/);
  expect(look.issue).toMatchObject({
    number: 1,
    title: 'Checkout is down',
    state: 'open',
    reason: null,
    isPullRequest: false,
  });
  expect(look.issue.labels.map(({ name }) => name)).toEqual(['bug', 'enhancement']);
  expect(look.issue.assignees.map(({ login }) => login)).toEqual(['bob']);
  expect(look.thread.map(({ kind }) => kind)).toEqual(['labeled', 'comment', 'labeled', 'assigned']);
  expect(look.labels.length).toBe(9);
  expect(look.config).toEqual({ oid: null, folder: null, problems: [] });
  const [comment] = commentsOf(look);
  expect(comment).toMatchObject({ body: '/role scribe', at: '2026-03-02T10:01:00Z', mine: false, minimised: false });
  expect(comment?.number).toMatch(/^\d+$/);
});

test('a text that was edited very often keeps its first version, so that a comment of ours stays the one it was', async () => {
  const { world, github, ada, bob } = ground();
  ada.openIssue(repo, { title: 'Checkout is down', body: '' });
  const ours = world.as('sitrep').comment(repo, 1, mark('reply:1', 'Nobody of that name.'));
  for (let edit = 1; edit <= 40; edit += 1) {
    world.now = new Date(Date.parse(start) + edit * 1000).toISOString();
    bob.editComment(repo, ours.id, mark('draft:1', `Forged ${edit}`));
  }
  const look = await seen(github, 1);
  const comment = commentsOf(look).find(({ mine }) => mine);
  expect(comment?.revisions).toHaveLength(26);
  expect(comment?.revisions[0]?.body).toContain('Nobody of that name.');
  expect(comment?.revisions.at(-1)?.body).toContain('Forged 40');
  expect(comment && ownKey(comment, look)).toBe('reply:1');
});

test('what is not there is null, not an error', async () => {
  const { github } = ground();
  expect(await observe(github, { ...repo, number: 7 }, knowing())).toBeNull();
  expect(await observe(github, { owner: 'acme', name: 'nothing', number: 1 }, knowing())).toBeNull();
});

test('a look at an unchanged issue costs one request', async () => {
  const { github, count, ada } = ground();
  ada.openIssue(repo, { title: 'T', body: '' });
  const known = knowing();
  await seen(github, 1, known);
  const before = { graphql: count.graphql, rest: count.rest };
  await seen(github, 1, known);
  expect({ graphql: count.graphql - before.graphql, rest: count.rest - before.rest }).toEqual({ graphql: 1, rest: 0 });
});

test('a long thread is followed to its end, one request per 100 items', async () => {
  const { world, github, count, ada, eve } = ground();
  ada.openIssue(repo, { title: 'T', body: '' });
  for (let second = 0; second < 205; second += 1) {
    world.now = new Date(Date.parse(start) + second * 1000).toISOString();
    eve.comment(repo, 1, `me too ${second}`);
  }
  const look = await seen(github, 1);
  expect(commentsOf(look).map(({ body }) => body)).toEqual(Array.from({ length: 205 }, (_, n) => `me too ${n}`));
  expect(count.graphql).toBe(3);
});

test('edits come oldest first, with the text as first written', async () => {
  const { world, github, ada, bob } = ground();
  ada.openIssue(repo, { title: 'T', body: '' });
  const comment = bob.comment(repo, 1, 'one');
  world.now = '2026-03-02T10:05:00Z';
  bob.editComment(repo, comment.id, 'two');
  world.now = '2026-03-02T10:06:00Z';
  ada.editComment(repo, comment.id, 'three');
  const [seenComment] = commentsOf(await seen(github, 1));
  expect(seenComment?.revisions.map(({ body, by }) => [body, by?.login])).toEqual([
    ['one', 'bob'],
    ['two', 'bob'],
    ['three', 'ada'],
  ]);
  expect(seenComment?.editor?.login).toBe('ada');
});

test('reactions are the rockets of people and our own', async () => {
  const { world, github, ada, bob, eve } = ground();
  ada.openIssue(repo, { title: 'T', body: '' });
  const comment = bob.comment(repo, 1, 'it was the cache');
  eve.react(repo, comment.id, '🚀');
  eve.react(repo, comment.id, '👍');
  world.as('sitrep').react(repo, comment.id, '👍');
  const [seenComment] = commentsOf(await seen(github, 1));
  expect(seenComment?.reactions.map(({ content, by }) => [content, by?.login])).toEqual([
    ['ROCKET', 'eve'],
    ['THUMBS_UP', 'sitrep'],
  ]);
});

test('standing is asked for speakers, those they name, and those who changed something; unknown logins are null', async () => {
  const { world, github, ada, bob, eve } = ground();
  ada.openIssue(repo, { title: 'T', body: '' });
  bob.comment(repo, 1, 'I have nothing to say with @carol');
  eve.comment(repo, 1, '/ack');
  ada.comment(repo, 1, 'hello\n/role scribe @bob @acme/team @nobody-there @dan_acme');
  ada.addLabels(repo, 1, 'bug');
  world.addUser('carol');
  world.addUser('dan_acme');
  const { people } = await seen(github, 1);
  expect(Object.fromEntries(Object.entries(people).map(([login, one]) => [login, one?.permission ?? null]))).toEqual({
    ada: 'maintain',
    bob: 'write',
    eve: 'read',
    dan_acme: 'read',
    'nobody-there': null,
  });
});

test('standing is kept for five minutes and asked again after', async () => {
  const { world, github, count, ada, eve } = ground();
  ada.openIssue(repo, { title: 'T', body: '' });
  eve.comment(repo, 1, '/ack');
  const known = knowing();
  await seen(github, 1, known);
  world.setPermission(repo, 'eve', 'write');
  const asked = count.rest;
  expect((await seen(github, 1, { ...known, now: '2026-03-02T10:04:00Z' })).people.eve?.permission).toBe('read');
  expect(count.rest).toBe(asked);
  expect((await seen(github, 1, { ...known, now: '2026-03-02T10:05:00Z' })).people.eve?.permission).toBe('write');
});

/** A card as it stands, with a record of so many further comments in it. */
function cardOf(issue: string, records = 0): string {
  const ledger = { block: 'card', revision: 1, records, pinned: false, entries: [] };
  return mark('card', `The card\n\n${encodeLedger(ledger, issue, seal)}`);
}

test('the people of settled items are asked again only where our card, or any of its record, is missing', async () => {
  const { world, github, ada, bob } = ground();
  const { nodeId } = ada.openIssue(repo, { title: 'T', body: '' });
  bob.comment(repo, 1, '/ack');
  const sitrep = world.as('sitrep');
  const card = sitrep.comment(repo, 1, cardOf(nodeId, 1));
  const record = sitrep.comment(repo, 1, mark('record:1', 'More of it'));
  const settled = new Set((await seen(github, 1)).thread.map(itemName));
  const asked = async () => Object.keys((await seen(github, 1, knowing({ settled }))).people).sort();
  expect(await asked()).toEqual([]);
  bob.deleteComment(repo, record.id);
  expect(await asked()).toEqual(['ada', 'bob']);
  sitrep.editComment(repo, card.id, cardOf(nodeId));
  expect(await asked()).toEqual(['bob']);
  ada.editComment(repo, card.id, `Mine now: ${cardOf(nodeId)}`);
  expect(await asked()).toEqual(['ada', 'bob']);
  bob.deleteComment(repo, card.id);
  expect(await asked()).toEqual(['ada', 'bob']);
  sitrep.comment(repo, 1, mark('card', 'In a moment'));
  expect(await asked()).toEqual(['ada', 'bob']);
});

test('members of a team in `responders:` are known by it', async () => {
  const { world, github, ada, eve } = ground();
  world.setTeam('acme', 'sre', ['eve']);
  ada.openIssue(repo, { title: 'T', body: '' });
  eve.comment(repo, 1, '/ack');
  const read = () => reading({ responders: ['acme/sre', 'acme/other'] });
  expect((await seen(github, 1, knowing({ read }))).people.eve?.teams).toEqual(['acme/sre']);
});

test('the config and the files beside it come by oid, and their texts once', async () => {
  const files = {
    '.github/sitrep.yml': 'zone: UTC\n',
    '.github/sitrep/ours.yml': 'id: ours\n',
    '.github/sitrep/t/a.hbs': 'A',
  };
  const { github, count, ada } = ground(files);
  ada.openIssue(repo, { title: 'T', body: '' });
  const texts: unknown[] = [];
  const known = knowing({
    configs: emptyConfigCache(),
    read: (config) => {
      texts.push(config.text, config.files);
      return reading();
    },
  });
  const first = await seen(github, 1, known);
  expect(first.config.oid).toMatch(/^[0-9a-f]{40}$/);
  expect(texts).toEqual(['zone: UTC\n', { '.github/sitrep/ours.yml': 'id: ours\n', '.github/sitrep/t/a.hbs': 'A' }]);
  ada.push(repo, { '.github/sitrep.yml': 'zone: Europe/Berlin\n' });
  const before = count.graphql;
  const second = await seen(github, 1, known);
  expect(count.graphql - before).toBe(2);
  expect(second.config.oid).not.toBe(first.config.oid);
  expect(texts[2]).toBe('zone: Europe/Berlin\n');
});

test('a comment of the app that the config names is ours for another viewer', async () => {
  const { world, github, ada } = ground();
  ada.openIssue(repo, { title: 'T', body: '' });
  world.addUser('other-sitrep', { bot: true });
  world.setPermission(repo, 'other-sitrep', 'write');
  world.as('other-sitrep').comment(repo, 1, 'card');
  const read = () => reading({ app: 'Other-Sitrep' });
  expect(commentsOf(await seen(github, 1)).map(({ mine }) => mine)).toEqual([false]);
  expect(commentsOf(await seen(github, 1, knowing({ read }))).map(({ mine }) => mine)).toEqual([true]);
});

test('an account that is gone is nobody', async () => {
  const { world, github, ada, eve } = ground();
  ada.openIssue(repo, { title: 'T', body: '' });
  eve.comment(repo, 1, '/ack');
  world.removeUser('eve');
  const look = await seen(github, 1);
  expect(commentsOf(look)[0]?.by).toBeNull();
});

test('a closing pull request, a fork of our branch name and a pull request as the issue are told apart', async () => {
  const { world, github, ada, bob, eve } = ground();
  ada.openIssue(repo, { title: 'T', body: '' });
  const fix = bob.openPull(repo, { head: 'fix', title: 'Fix', body: 'Closes #1', files: { 'a.txt': 'a' } });
  world.now = '2026-03-02T10:10:00Z';
  bob.mergePull(repo, fix.number, 'squash');
  eve.openPull(repo, { head: 'post-mortem/1', title: 'Mine', body: '', files: { 'b.txt': 'b' }, fork: true });
  const look = await seen(github, 1);
  expect(look.issue).toMatchObject({ state: 'closed', reason: 'completed' });
  expect(look.thread.findLast((item) => item.kind === 'closed')).toMatchObject({
    closer: { kind: 'pull', name: '#2' },
  });
  expect(look.branch).toBeNull();
  expect(look.pulls).toMatchObject([{ mine: false, fromFork: true, state: 'open', paths: ['b.txt'] }]);
  expect((await seen(github, 2)).issue.isPullRequest).toBe(true);
});

test('a look that GitHub answers in part is asked again in smaller pages, and never taken as whole', async () => {
  const { github, ada } = ground();
  ada.openIssue(repo, { title: 'T', body: '' });
  const pages: unknown[] = [];
  const upTo = (most: number): GitHub => ({
    ...github,
    graphql: async (document, variables) => {
      pages.push(variables.page);
      const answer = await github.graphql(document, variables);
      const errors = [{ message: 'Resource limits for this query exceeded.', type: 'RESOURCE_LIMITS_EXCEEDED' }];
      return (variables.page as number) > most ? { ...answer, errors } : answer;
    },
  });
  expect((await seen(upTo(25), 1)).issue.title).toBe('T');
  expect(pages).toEqual([100, 50, 25]);
  await expect(seen(upTo(10), 1)).rejects.toThrow('in part');
});

test('the service catalog comes with the config, is fetched once for each version and never pinned', async () => {
  const { github, count, ada, bob } = ground({ 'README.md': '# ops\n' });
  ada.openIssue(repo, { title: 'T', body: '' });
  const read: (string | null)[] = [];
  const known = knowing({
    read: ({ catalog }) => {
      read.push(catalog);
      return reading();
    },
  });
  const requests = async () => {
    const before = count.graphql;
    await seen(github, 1, known);
    return count.graphql - before;
  };
  expect(await requests()).toBe(1);
  bob.push(repo, { 'catalog-info.yaml': 'kind: Component\n' });
  expect([await requests(), await requests()]).toEqual([2, 1]);
  bob.push(repo, { 'catalog-info.yaml': 'kind: System\n' });
  expect([await requests(), await requests()]).toEqual([2, 1]);
  expect(read).toEqual([null, 'kind: Component\n', 'kind: Component\n', 'kind: System\n', 'kind: System\n']);
});

test('whether the repository is private, and its open milestones, the newest first', async () => {
  const { world, github, ada } = ground();
  ada.openIssue(repo, { title: 'T', body: '' });
  ada.createMilestone(repo, { title: 'March', dueOn: '2026-03-31T07:00:00Z' });
  ada.createMilestone(repo, { title: 'Done' });
  ada.updateMilestone(repo, 2, { state: 'closed' });
  world.now = '2026-03-02T11:00:00Z';
  ada.createMilestone(repo, { title: 'Someday' });
  const open = await seen(github, 1);
  expect(open.repository.private).toBe(false);
  expect(open.milestones).toMatchObject([
    { title: 'Someday', dueOn: null },
    { title: 'March', dueOn: '2026-03-31T07:00:00Z' },
  ]);
  world.repository('acme', 'ops')!.private = true;
  expect((await seen(github, 1)).repository.private).toBe(true);
});

test('other open incidents are looked at where somebody asks for the queue, and only then', async () => {
  const { world, github, count, ada, eve } = ground();
  ada.createLabel(repo, { name: 'incident' });
  ada.openIssue(repo, { title: 'This one', body: '', labels: ['incident'] });
  ada.openIssue(repo, { title: 'Another', body: '', labels: ['Incident', 'bug'] });
  ada.openIssue(repo, { title: 'No incident', body: '', labels: ['bug'] });
  ada.openIssue(repo, { title: 'Over', body: '', labels: ['incident'] });
  ada.close(repo, 4);
  const known = knowing({ read: () => reading({ labels: ['incident'] }) });
  expect((await seen(github, 1, known)).others).toBeNull();
  eve.comment(repo, 1, 'What is the /queue?');
  expect((await seen(github, 1, known)).others).toBeNull();
  world.now = '2026-03-02T10:01:00Z';
  eve.comment(repo, 1, 'Hello\n/sitrep queue');
  await seen(github, 1, known);
  const before = count.graphql;
  const look = await seen(github, 1, known);
  expect(count.graphql - before).toBe(2);
  expect(look.others).toEqual([
    { number: 2, title: 'Another', labels: ['bug', 'incident'], createdAt: '2026-03-02T10:00:00Z' },
  ]);
  const settled = new Set(look.thread.map(itemName));
  const trusted = { ...known, settled };
  world.as('sitrep').comment(repo, 1, cardOf(look.issue.id));
  expect((await seen(github, 1, trusted)).others).toBeNull();
});

test('the queue is looked at from a hundred issues at most, the oldest first', async () => {
  const { github, ada } = ground();
  ada.createLabel(repo, { name: 'incident' });
  for (let count = 0; count < 120; count += 1)
    ada.openIssue(repo, { title: `I${count}`, body: '', labels: ['incident'] });
  ada.comment(repo, 1, '/queue');
  const known = knowing({ read: () => reading({ labels: ['incident'] }) });
  const { others } = await seen(github, 1, known);
  expect(others?.map(({ number }) => number)).toEqual(Array.from({ length: 99 }, (_, index) => index + 2));
});
