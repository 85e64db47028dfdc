// Where the record on an issue is not ours: another App's, taken over from the command line, or our own under another key.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { settingsForPerson } from '../../sandbox/settings-for.ts';
import { main } from '../../src/cli.ts';
import { sealWith } from '../../src/core/seal.ts';
import { createServices } from '../../src/footing.ts';
import { reconcile } from '../../src/reconcile.ts';
import { readShipped } from '../../src/shipped.ts';
import { ground, repo } from '../github/ground.ts';
import { report, type Stage, secret, stage } from './running.ts';

const shipped = readShipped();
const under = (key: string) => createServices(shipped, sealWith(key));
const ref = { ...repo, number: 1 };

let running: Stage;
beforeAll(async () => {
  running = await stage((world) => {
    world.as('ada').openIssue(repo, { title: 'Checkout is down', body: report, labels: ['incident'] });
  });
  await running.quiet();
});
afterAll(() => running.end());

async function sitrep(login: string, ...words: string[]) {
  const out: string[] = [];
  const err: string[] = [];
  const env = { ...settingsForPerson(running.sandbox, login), WEBHOOK_SECRET: secret };
  const terminal = { env, folder: process.cwd(), now: () => running.world.now };
  const code = await main(words, {
    ...terminal,
    out: (line) => void out.push(line),
    err: (line) => void err.push(line),
  });
  return { code, out: out.join('\n'), err: err.join('\n') };
}

const said = () => running.world.dump().issues[0]?.comments.map(({ author, body }) => [author, body]) ?? [];

test('`sitrep adopt` says the word in the name of whose token it is, and only where such a card stands', async () => {
  running.world.as('ada').openIssue(repo, { title: 'A typo', body: 'see the README' });
  expect(await sitrep('ada', 'adopt', 'acme/ops#1', 'acme/ops#2', 'acme/ops#99')).toMatchObject({
    code: 1,
    out: 'acme/ops#1: the card is by sitrep\nacme/ops#1: said /adopt',
    err: expect.stringMatching(/#2: no other Sitrep.*\n.*#99: There is no such issue/),
  });
  expect(said().at(-1)).toEqual(['ada', '/adopt']);
  expect(await sitrep('ada', 'adopt', 'acme/ops')).toMatchObject({ code: 2, out: '' });
});

test('our own card under another key is rebuilt and marked so, and nothing is said twice', async () => {
  const { world, github, ada, bob } = ground();
  ada.openIssue(repo, { title: 'Checkout is down', body: report, labels: ['bug'] });
  const before = under('the old key');
  await reconcile(github, ref, world.now, before);
  world.now = '2026-03-02T10:05:00Z';
  bob.comment(repo, 1, '/severity sev-9');
  bob.comment(repo, 1, '/role commander');
  await reconcile(github, ref, world.now, before);
  const comments = () => world.dump().issues[0]?.comments.filter(({ author }) => author === 'sitrep[bot]') ?? [];
  const count = comments().length;
  world.now = '2026-03-02T10:06:00Z';
  const after = under('the new key');
  await reconcile(github, ref, world.now, after);
  expect(comments().length).toBe(count);
  expect(comments()[0]?.body).toMatch(/could not be proved to be mine[\s\S]*`\/confirm`/);
  expect(comments()[0]?.body).toContain('*rebuilt*');
  expect(await reconcile(github, ref, world.now, after)).toMatchObject({ outcome: 'settled' });
});
