// What GitHub says of the post-mortem for good, and what the next pass mends; and no link to what was not opened.
import { expect, test } from '@jest/globals';
import { standIns } from '../../src/core/effect.ts';
import { refusedForGood } from '../../src/github/refused-for-good.ts';
import { fillStandIns } from '../../src/github/stand-ins.ts';
import { ground, repo, seen } from './ground.ts';

async function opened() {
  const made = ground();
  made.ada.openIssue(repo, { title: 'Checkout is down', body: '' });
  return { ...made, snapshot: await seen(made.github, 1) };
}

test.each<[string, string | null, string, boolean]>([
  ['create-branch', 'UNPROCESSABLE', 'Reference update failed', true],
  ['create-branch', 'UNPROCESSABLE', 'A ref named "refs/heads/post-mortem/1" already exists in the repository.', false],
  ['open-pull', 'UNPROCESSABLE', 'A pull request already exists for acme:post-mortem/1.', false],
  ['open-pull', 'UNPROCESSABLE', 'No commits between main and post-mortem/1', true],
  ['open-pull', 'UNPROCESSABLE', 'was submitted too quickly', false],
  ['commit', 'STALE_DATA', 'Expected branch to point to "a" but it did not.', false],
  ['commit', null, 'Something went wrong while executing your query.', false],
  ['commit', null, 'Repository rule violations found', true],
  ['reopen-pull', 'UNPROCESSABLE', 'state cannot be changed. The branch was force-pushed or recreated.', true],
  ['reopen-pull', 'NOT_FOUND', 'Could not resolve to a node', false],
  ['request-review', 'UNPROCESSABLE', 'Reviews may only be requested from collaborators.', false],
])('%s, %s, %s: for good is %s', async (kind, type, message, forGood) => {
  const { snapshot } = await opened();
  const effect = { kind } as Parameters<typeof refusedForGood>[0][number]['effect'];
  expect(refusedForGood([{ effect, type, message }], snapshot).length).toBe(forGood ? 1 : 0);
});

test('a refusal is the same one however often we try, and another one after the next command', async () => {
  const { github, world, bob, snapshot } = await opened();
  const faults = [{ effect: { kind: 'reopen-pull', pull: 'x' }, type: 'UNPROCESSABLE', message: 'No' }] as const;
  const [first] = refusedForGood(faults, snapshot);
  world.now = '2026-03-02T11:00:00Z';
  world.as('sitrep').comment(repo, 1, 'What we said');
  expect(refusedForGood(faults, await seen(github, 1))).toEqual([first]);
  bob.comment(repo, 1, '/postmortem');
  expect(refusedForGood(faults, await seen(github, 1))[0]?.at).toBe(world.now);
});

test('a pull request that was not opened leaves no link', async () => {
  const { snapshot } = await opened();
  const link = `[#${standIns.pull}](https://github.com/acme/ops/pull/${standIns.pull})`;
  const card = { kind: 'write-card', comment: 'c', body: `| Post-mortem | ${link}: fill in |` } as const;
  const filled = (pull: { id: string; number: number; url: string } | null) =>
    fillStandIns(card, snapshot, { comments: [], labels: [], pull, issues: [] });
  expect(filled(null)).toMatchObject({ body: '| Post-mortem | …: fill in |' });
  expect(filled({ id: 'p', number: 9, url: 'u' })).toMatchObject({
    body: '| Post-mortem | [#9](https://github.com/acme/ops/pull/9): fill in |',
  });
});
