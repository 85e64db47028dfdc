// Rights that were remembered for long let somebody do something, and never refuse anything.
import { expect, test } from '@jest/globals';
import { sealWith } from '../../src/core/seal.ts';
import { createServices } from '../../src/footing.ts';
import { reconcile } from '../../src/reconcile.ts';
import { readShipped } from '../../src/shipped.ts';
import { ground, repo, start } from '../github/ground.ts';

const body = '### Severity\n\nSev-1\n\n### Summary\n\nX\n\n### Symptoms\n\nY\n';

/** An incident on which bob has just spoken, and was asked about. */
async function told() {
  const made = ground({ '.github/sitrep.yml': 'who:\n  note: lead\n' });
  const services = createServices(readShipped(), sealWith('s'));
  made.ada.openIssue(repo, { title: 'T', body });
  const pass = async (now: string) => {
    made.world.now = now;
    const { rest } = made.count;
    await reconcile(made.github, { ...repo, number: 1 }, now, services);
    return made.count.rest - rest;
  };
  const reactions = () => {
    const timeline = made.world.repository('acme', 'ops')?.issues.get(1)?.timeline ?? [];
    return timeline.flatMap((item) =>
      item.kind === 'IssueComment' && item.author.login === 'bob' ? [item.reactions.map(({ content }) => content)] : [],
    );
  };
  await pass(start);
  made.bob.comment(repo, 1, '/ack');
  await pass('2026-03-02T10:01:00Z');
  return { ...made, pass, reactions };
}

test('who got more rights within the hour is refused nothing by what was known before', async () => {
  const { world, bob, pass, reactions } = await told();
  world.setPermission(repo, 'bob', 'maintain');
  world.now = '2026-03-02T10:20:00Z';
  bob.comment(repo, 1, '/note only leads may say this here');
  expect(await pass('2026-03-02T10:20:00Z')).toBe(1);
  expect(reactions()).toEqual([['THUMBS_UP'], ['THUMBS_UP']]);
});

test('what they may do is not asked again within the hour, and what they may not is asked once', async () => {
  const { world, bob, pass, reactions } = await told();
  world.now = '2026-03-02T10:20:00Z';
  bob.comment(repo, 1, '/update It goes on');
  expect(await pass('2026-03-02T10:20:00Z')).toBe(0);
  world.now = '2026-03-02T10:21:00Z';
  bob.comment(repo, 1, '/note only leads may say this here');
  expect(await pass('2026-03-02T10:21:00Z')).toBe(1);
  expect(reactions()).toEqual([['THUMBS_UP'], ['THUMBS_UP'], ['CONFUSED']]);
});

test('who asks what they may type is told by what they may now, not by what was known before', async () => {
  const { world, bob, pass } = await told();
  world.setPermission(repo, 'bob', 'maintain');
  world.now = '2026-03-02T10:20:00Z';
  bob.comment(repo, 1, '/help');
  expect(await pass('2026-03-02T10:20:00Z')).toBe(1);
  const timeline = world.repository('acme', 'ops')?.issues.get(1)?.timeline ?? [];
  const answers = timeline.flatMap((item) =>
    item.kind === 'IssueComment' && item.author.kind === 'Bot' ? [item.body] : [],
  );
  expect(answers.at(-1)).toContain('/note');
});
