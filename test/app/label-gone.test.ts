// An incident whose label another bot keeps taking off is still heard, over real HTTP.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { repo, report, type Stage, stage } from './running.ts';

let running: Stage;

beforeAll(async () => {
  running = await stage((world) => {
    const robot = world.addUser('label-robot', { bot: true });
    world.setPermission(repo, robot.login, 'write');
  });
});
afterAll(() => running.end());

/** Time for a webhook and its pass: where something is held back, a pass waits and nothing becomes idle. */
async function until(done: () => boolean): Promise<void> {
  for (let count = 0; count < 100 && !done(); count += 1) await new Promise((resolve) => setTimeout(resolve, 50));
  expect(done()).toBe(true);
}

/** Something is held back: its pass waits for the end of the window. */
async function waiting(): Promise<void> {
  let seen = 0;
  for (let count = 0; count < 100; count += 1) {
    const answer = await fetch(`${running.app.url.replace(/\/api.*/, '')}/health`);
    const { passesWaiting, passesRunning } = (await answer.json()) as Record<string, number>;
    seen = passesWaiting === 1 && passesRunning === 0 ? seen + 1 : 0;
    if (seen === 5) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('Nothing is held back');
}

test('commands are heard while the label is gone, and a person begins the count anew', async () => {
  const { world, at, quiet } = running;
  world.as('ada').openIssue(repo, { title: 'Checkout is down', body: report });
  await quiet();
  const issue = () => world.dump().issues[0]!;
  for (let minute = 1; minute <= 3; minute += 1) {
    at(`2026-03-02T10:0${minute}:00Z`);
    world.as('label-robot').removeLabels(repo, 1, 'incident');
    await quiet();
    expect(issue().labels).toContain('incident');
  }
  at('2026-03-02T10:04:00Z');
  world.as('label-robot').removeLabels(repo, 1, 'incident');
  await running.sandbox.deliveries.idle();
  await waiting();
  expect(issue().labels).not.toContain('incident');
  at('2026-03-02T10:05:00Z');
  world.as('bob').comment(repo, 1, '/role scribe');
  await until(() => issue().assignees.includes('bob') && issue().labels.includes('incident'));
});
