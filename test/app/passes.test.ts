// Passes come back by themselves after a fault, leave an installation alone after a limit, and stop where we are shut out.
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from '@jest/globals';
import { sealWith } from '../../src/core/seal.ts';
import { createServices } from '../../src/footing.ts';
import type { GitHub } from '../../src/github/client.ts';
import { Unanswered } from '../../src/github/unanswered.ts';
import { Passes } from '../../src/passes.ts';
import { readShipped } from '../../src/shipped.ts';
import { ground, repo } from '../github/ground.ts';

const shipped = readShipped();

function passesOver(clientFor: () => Promise<GitHub>) {
  const told: { level: string; fields: Readonly<Record<string, unknown>>; sentence: string }[] = [];
  const tell = (level: string) => (fields: Readonly<Record<string, unknown>>, sentence: string) =>
    void told.push({ level, fields, sentence });
  const passes = new Passes({
    services: createServices(shipped, sealWith('s')),
    clientFor,
    clock: () => '2026-03-02T10:00:00Z',
    log: { debug: tell('debug'), info: tell('info'), warn: tell('warn'), error: tell('error') },
    gatherMilliseconds: 5,
    pace: null,
  });
  return { passes, told };
}

type Told = ReturnType<typeof passesOver>['told'];

/** How the passes ended that got an answer. */
const outcomesIn = (told: Told) => told.flatMap(({ fields }) => (fields.outcome ? [fields.outcome] : []));

/** However long that takes; Jest's own limit ends it. */
async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await sleep(5);
}

const failing = (error: Error): GitHub => ({ graphql: () => Promise.reject(error), rest: () => Promise.reject(error) });
const ref = { ...repo, number: 1 };

test('a good pass is told and remembered', async () => {
  const { github, ada } = ground();
  ada.openIssue(repo, { title: 'T', body: '' });
  const { passes, told } = passesOver(async () => github);
  expect([passes.lastGoodAt, passes.looked(ref)?.at ?? null]).toEqual([null, null]);
  passes.wake(1, ref);
  await passes.idle();
  expect([passes.lastGoodAt, passes.looked(ref)?.at ?? null]).toEqual(['2026-03-02T10:00:00Z', '2026-03-02T10:00:00Z']);
  expect(told).toMatchObject([{ level: 'info', fields: { issue: 'acme/ops#1', outcome: 'settled' } }]);
});

test('the config that a pull request brings is work of its own: neither takes the place of the other', async () => {
  const { github, bob } = ground();
  bob.openPull(repo, { title: 'T', head: 'x', files: { '.github/sitrep.yml': 'zoen: UTC\n' } });
  const { passes, told } = passesOver(async () => github);
  passes.wake(1, ref);
  passes.wake(1, ref, 'config');
  await passes.idle();
  expect(told.map(({ fields }) => [fields.issue, fields.outcome]).toSorted()).toEqual([
    ['acme/ops#1 config', 'changed'],
    ['acme/ops#1', 'settled'],
  ]);
});

test('after a fault the pass waits to come again; it is no good pass', async () => {
  const { passes, told } = passesOver(async () => failing(new Unanswered('502', { status: 502 })));
  passes.wake(1, ref);
  await until(() => told.length > 0);
  expect(passes.waiting).toBe(1);
  expect(passes.lastGoodAt).toBeNull();
  expect(told).toMatchObject([{ level: 'warn', fields: { issue: 'acme/ops#1' } }]);
  await passes.stop();
});

test('after a limit the whole installation is left alone, and other installations are not', async () => {
  const { github, ada } = ground();
  ada.openIssue(repo, { title: 'T', body: '' });
  const limit = new Unanswered('slow down', { status: 403, limited: true, retryAfterSeconds: 60 });
  let limited = true;
  const { passes, told } = passesOver(async () => (limited ? failing(limit) : github));
  passes.wake(1, ref);
  await until(() => told.length > 0);
  limited = false;
  passes.wake(1, { ...repo, number: 2 });
  passes.wake(2, { ...repo, number: 3 });
  await until(() => passes.looked({ ...repo, number: 3 }) !== null);
  expect(passes.waiting).toBe(2);
  await passes.stop();
});

test('where we are shut out, nothing comes again', async () => {
  const { passes } = passesOver(async () => failing(new Unanswered('Not Found', { status: 404 })));
  passes.wake(1, ref);
  await passes.idle();
  expect(passes.waiting).toBe(0);
});

test('an error is told by its words only: nothing of a request reaches the log', async () => {
  const error = Object.assign(new Error('boom'), { request: { headers: { authorization: 'token secret-value' } } });
  const { passes, told } = passesOver(() => Promise.reject(error));
  passes.wake(1, ref);
  await until(() => told.length > 0);
  expect(JSON.stringify(told)).toContain('boom');
  expect(JSON.stringify(told)).not.toContain('secret-value');
  await passes.stop();
});

/** A wire over which a label that does not stay or GitHub's refusal of comments is played. */
function fought() {
  const made = ground();
  made.ada.openIssue(repo, { title: 'T', body: '### Severity\n\nSev-1\n\n### Summary\n\nX\n\n### Symptoms\n\nY\n' });
  const issue = () => made.world.repository('acme', 'ops')!.issues.get(1)!;
  const takeOff = () => {
    issue().labels = issue().labels.filter(({ name }) => name !== 'incident');
  };
  return { ...made, takeOff };
}

test('what is held back makes no good pass, waits for the end of the window and is told once', async () => {
  const { github, takeOff } = fought();
  const { passes, told } = passesOver(async () => github);
  for (let round = 0; round < 7; round += 1) {
    passes.wake(1, ref);
    await until(() => outcomesIn(told).length > round);
    if (round < 4) takeOff();
  }
  const outcomes = outcomesIn(told);
  // The fifth says on the card what is held back.
  expect(outcomes).toEqual([...Array<string>(5).fill('changed'), 'held', 'held']);
  expect(told.filter(({ sentence }) => sentence.startsWith('Held back')).length).toBe(1);
  expect(passes.waiting).toBe(1);
  await passes.stop();
});

test('an answer that GitHub refuses comes back for as long as it takes', async () => {
  const { github } = fought();
  const refusing: GitHub = {
    ...github,
    graphql: async (document, variables) => {
      const isAnswer = document.includes(': addComment');
      if (!isAnswer) return github.graphql(document, variables);
      return { data: null, errors: [{ message: 'Something went wrong' }] };
    },
  };
  const { passes, told } = passesOver(async () => refusing);
  for (let round = 0; round < 12; round += 1) {
    passes.wake(1, ref);
    await until(() => outcomesIn(told).length > round);
  }
  expect([passes.waiting, passes.looked(ref)?.at ?? null, passes.lastGoodAt]).toEqual([1, null, null]);
  await passes.stop();
});
