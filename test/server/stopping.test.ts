// The App is told to end: it finishes what runs, takes nothing new, and is gone in time, whatever GitHub does.
import { afterEach, expect, test } from '@jest/globals';
import { addressOf } from '../../sandbox/settings-for.ts';
import { repo, report } from '../app/running.ts';
import { quiet } from './senders.ts';
import type { ServedApp } from './served-app.ts';
import { blackHole, deliver, serveAlone, serverStage, signedEvent, until } from './stage.ts';

const closing: (() => unknown)[] = [];

afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

/** Whether it takes no new connection any more. */
const refuses = (app: ServedApp): Promise<boolean> =>
  deliver(app, 8).then(
    () => false,
    () => true,
  );

test.each(['SIGTERM', 'SIGINT'] as const)(
  '%s in the middle of a pass: the pass ends as ever, then the process, with 0',
  async (signal) => {
    const made = await serverStage({}, 300);
    closing.push(() => made.end());
    const { app, sandbox } = made;
    sandbox.world.as('ada').openIssue(repo, { title: 'Checkout is down', body: report, labels: ['incident'] });
    await until(app, async () => (await app.health()).passesRunning === 1);
    expect(sandbox.world.dump().issues[0]?.comments).toEqual([]);
    expect(await app.end(signal)).toEqual({ code: 0, signal: null });
    const [issue] = sandbox.world.dump().issues;
    expect(issue?.labels).toEqual(expect.arrayContaining(['incident', 'sev-1']));
    expect(issue?.comments.map(({ author }) => author)).toEqual(['sitrep[bot]']);
  },
);

test('while it ends, nothing new is taken: not by a new connection, nor by one that was there', async () => {
  const made = await serverStage({}, 600);
  closing.push(() => made.end());
  const { app, sandbox } = made;
  sandbox.world.as('ada').openIssue(repo, { title: 'Checkout is down', body: report, labels: ['incident'] });
  await until(app, async () => (await app.health()).passesRunning === 1);
  const { body, headers } = signedEvent(7);
  const there = quiet(app.port);
  let answer = '';
  there.on('data', (data) => {
    answer += data.toString();
  });
  const lines = Object.entries({ host: 'x', 'content-length': String(body.length), ...headers });
  there.write(
    `POST / HTTP/1.1\r\n${lines.map(([name, value]) => `${name}: ${value}\r\n`).join('')}\r\n${body.slice(0, 5)}`,
  );
  // Whoever takes ten seconds for a request loses the connection: it begins only now, and is known by the end of the next answer.
  expect((await app.health()).passesRunning).toBe(1);
  const ended = app.end('SIGTERM');
  await until(app, () => refuses(app));
  there.write(body.slice(5));
  expect(await ended).toEqual({ code: 0, signal: null });
  expect(answer).toMatch(/^HTTP\/1\.1 503 /);
  expect(sandbox.world.dump().issues[0]?.comments).toHaveLength(1);
});

test('held up for longer than it would wait, it still ends its pass', async () => {
  const made = await serverStage({}, 600);
  closing.push(() => made.end());
  const { app, sandbox } = made;
  sandbox.world.as('ada').openIssue(repo, { title: 'Checkout is down', body: report, labels: ['incident'] });
  await until(app, async () => (await app.health()).passesRunning === 1);
  const ended = app.end('SIGTERM');
  await until(app, () => refuses(app));
  await app.holdUp(10_000);
  expect(await ended).toEqual({ code: 0, signal: null });
  expect(sandbox.world.dump().issues[0]?.labels).toEqual(expect.arrayContaining(['incident', 'sev-1']));
});

test('GitHub answers nothing: webhooks are taken at once all the same, and the end comes within its bound', async () => {
  const hole = await blackHole();
  closing.push(() => hole.close());
  const app = await serveAlone(addressOf(hole));
  closing.push(() => app.end());
  for (let number = 1; number <= 300; number += 1) expect(await deliver(app, number)).toBe(202);
  // One installation has so many passes at once; the others wait, one for each issue.
  await until(app, async () => (await app.health()).passesRunning === 8);
  expect((await app.health()).passesWaiting).toBe(292);
  expect(hole.asked()).toBeLessThanOrEqual(20);
  const began = performance.now();
  expect(await app.end('SIGTERM')).toEqual({ code: 0, signal: null });
  expect(performance.now() - began).toBeLessThan(30_000);
});
