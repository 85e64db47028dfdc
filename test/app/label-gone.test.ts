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

test('commands are heard while the label is left to another bot, and a person who sets it begins the count anew', async () => {
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
  await quiet();
  expect(issue().labels).not.toContain('incident');
  at('2026-03-02T10:05:00Z');
  world.as('bob').comment(repo, 1, '/role scribe');
  await quiet();
  expect(issue().assignees).toContain('bob');
  expect(issue().labels).not.toContain('incident');
  expect(issue().comments.some(({ body }) => body.includes('label-robot undid'))).toBe(true);
  at('2026-03-02T10:06:00Z');
  world.as('bob').addLabels(repo, 1, 'incident');
  await quiet();
  at('2026-03-02T10:07:00Z');
  world.as('label-robot').removeLabels(repo, 1, 'incident');
  await quiet();
  expect(issue().labels).toContain('incident');
});
