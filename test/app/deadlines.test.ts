// What becomes due although nobody says a word: the App comes back for it, and the sweep where it did not.
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from '@jest/globals';
import { sealWith } from '../../src/core/seal.ts';
import { createServices } from '../../src/footing.ts';
import { Unanswered } from '../../src/github/unanswered.ts';
import { Passes } from '../../src/passes.ts';
import { rules } from '../../src/rules/catalogue.ts';
import type { Rule } from '../../src/rules/rule.ts';
import { readShipped } from '../../src/shipped.ts';
import { ground, repo } from '../github/ground.ts';
import { report } from './running.ts';

const dueAt = '2026-03-02T10:00:02Z';
const late: Rule = {
  name: 'late',
  does: 'Labels an incident that is late.',
  expect: (_incident, _handbook, now) => (now >= dueAt ? [{ expect: 'label', name: 'bug' }] : []),
  due: () => [dueAt],
};
(rules as Rule[]).push(late);

test('an issue on which something becomes due is woken at that time, and the sweep knows what is overdue', async () => {
  const { world, github, ada } = ground();
  ada.openIssue(repo, { title: 'T', body: report });
  let broken = false;
  const passes = new Passes({
    services: createServices(readShipped(), sealWith('s')),
    clientFor: async () => {
      if (broken) throw new Unanswered('Not Found', { status: 404 });
      return github;
    },
    clock: () => world.now,
    log: { debug() {}, info() {}, warn() {}, error() {} },
    gatherMilliseconds: 5,
    pace: null,
  });
  const labels = () =>
    world
      .repository('acme', 'ops')
      ?.issues.get(1)
      ?.labels.map(({ name }) => name);
  const ref = { ...repo, number: 1 };
  passes.wake(1, ref);
  await passes.idle();
  expect(passes.dueAt(ref)).toBe(dueAt);
  expect(labels()).not.toContain('bug');
  world.now = dueAt;
  broken = true;
  await sleep(2500);
  expect([labels()?.includes('bug'), passes.dueAt(ref)]).toEqual([false, dueAt]);
  broken = false;
  // What a sweep does that gets through again.
  passes.letIn(1);
  await passes.idle();
  // What comes next of itself: three quarters of the time to respond will be gone.
  expect([labels()?.includes('bug'), passes.dueAt(ref)]).toEqual([true, '2026-03-02T10:11:15Z']);
  await passes.stop();
});

test('the alarm itself makes the pass', async () => {
  const { world, github, ada } = ground();
  ada.openIssue(repo, { title: 'T', body: report });
  const passes = new Passes({
    services: createServices(readShipped(), sealWith('s')),
    clientFor: async () => github,
    clock: () => world.now,
    log: { debug() {}, info() {}, warn() {}, error() {} },
    gatherMilliseconds: 5,
    pace: null,
  });
  passes.wake(1, { ...repo, number: 1 });
  await passes.idle();
  world.now = dueAt;
  const issue = world.repository('acme', 'ops')?.issues.get(1);
  for (let tries = 0; tries < 2000 && !issue?.labels.some(({ name }) => name === 'bug'); tries += 1) await sleep(50);
  await passes.stop();
  expect(issue?.labels.map(({ name }) => name)).toContain('bug');
});
