// The post-mortem of an incident that is gone is told it once, whatever GitHub says of our comment.
import { expect, test } from '@jest/globals';
import { markPull } from '../../src/core/post-mortem-mark.ts';
import { createServices } from '../../src/footing.ts';
import { reconcile } from '../../src/reconcile.ts';
import { readShipped } from '../../src/shipped.ts';
import { blows } from '../faults/blows.ts';
import { ground, repo, seal } from '../github/ground.ts';

const shipped = readShipped();
const at = (second: number) => `2026-03-02T10:01:${String(second).padStart(2, '0')}Z`;

function orphaned() {
  const made = ground();
  const body = markPull('The words', { id: 'I_gone' }, seal);
  made.world.as('sitrep').openPull(repo, { title: 'Post-mortem', head: 'post-mortem/9', body, files: { 'a.md': 'a' } });
  const services = createServices(shipped, seal);
  const pass = (second: number) => {
    made.world.now = at(second);
    return reconcile(made.github, { ...repo, number: 9 }, at(second), services);
  };
  const said = () =>
    made.world
      .repository('acme', 'ops')!
      .issues.get(1)!
      .timeline.flatMap((item) => (item.kind === 'IssueComment' ? [item.body] : []));
  return { ...made, pass, said };
}

test.each([
  'done, then 502, and looks lag',
  'one field answered with an error, though done, and looks lag',
  'looks lag by five seconds',
])('%s: no look is believed until it must show what was said', async (name) => {
  const { world, faults, pass, said } = orphaned();
  faults.strikes.aim({ fields: ['addComment'], nth: 1, blow: blows[name]! }, world);
  await pass(0).catch(() => null);
  expect(said()).toEqual([expect.stringContaining('#9')]);
  expect(await pass(2)).toMatchObject({ outcome: 'stale', againInSeconds: 2 });
  expect(await pass(10)).toMatchObject({ outcome: 'absent', againInSeconds: null });
  expect(said()).toHaveLength(1);
});

test('where nothing of it was done it is said by the next pass that may know', async () => {
  const { world, faults, pass, said } = orphaned();
  faults.strikes.aim({ fields: ['addComment'], nth: 1, blow: blows['nothing done, 502']! }, world);
  await pass(0).catch(() => null);
  expect(await pass(5)).toMatchObject({ outcome: 'stale' });
  expect(said()).toEqual([]);
  expect(await pass(9)).toMatchObject({ outcome: 'absent', effects: [{ kind: 'create-comment' }] });
  expect(said()).toHaveLength(1);
});
