// A pull request that changes the config: one comment when it is broken, the same one when it is mended, and what that costs.
import { afterEach, expect, test } from '@jest/globals';
import { reviewConfig } from '../../src/config-review.ts';
import { sealWith } from '../../src/core/seal.ts';
import { createServices } from '../../src/footing.ts';
import { configAtDocument, pullDocument } from '../../src/github/look-at-pull.ts';
import { readShipped } from '../../src/shipped.ts';
import { blows } from '../faults/blows.ts';
import { ground, repo } from '../github/ground.ts';
import { objections } from '../github/published-schema.ts';
import { type Stage, stage } from './running.ts';

const shipped = readShipped();
const path = '.github/sitrep.yml';
const broken = { [path]: 'zoen: UTC\n' };
const sound = { [path]: 'zone: UTC\n' };
const ref = { ...repo, number: 1 };
type World = ReturnType<typeof ground>['world'];

function proposed(files: Record<string, string>, over: { base?: string; draft?: boolean; fork?: boolean } = {}) {
  const made = ground();
  if (over.base) made.ada.createBranch(repo, over.base);
  const from = over.fork ? made.eve : made.bob;
  from.openPull(repo, { title: 'Config', head: 'config', files, ...over });
  const services = createServices(shipped, sealWith('key of the tests'));
  const review = () => reviewConfig(made.github, ref, made.world.now, services);
  return { ...made, services, review };
}

const said = (world: World, number = 1) =>
  world
    .repository('acme', 'ops')!
    .issues.get(number)!
    .timeline.flatMap((item) => (item.kind === 'IssueComment' && item.author.login === 'sitrep' ? [item.body] : []));

test('the documents are valid against the published schema', () => {
  expect([objections(pullDocument), objections(configAtDocument)]).toEqual([[], []]);
});

test('a broken config is named with its place, a suggestion and how to check it; then nothing is left to do', async () => {
  const { world, count, review } = proposed(broken);
  expect(await review()).toMatchObject({ outcome: 'changed', againInSeconds: null });
  expect([count.graphql, count.rest]).toEqual([3, 0]);
  expect(said(world).length).toBe(1);
  expect(said(world)[0]).toMatch(
    /`\.github\/sitrep\.yml:1:1` .*zoen.*zone[\s\S]*npm run sitrep -- check \.github\/sitrep\.yml/,
  );
  expect(await review()).toMatchObject({ outcome: 'settled', effects: [] });
  expect(said(world).length).toBe(1);
});

test('a pull request that does not touch the config costs one request, and a sound one two; nothing is said', async () => {
  const other = proposed({ 'docs/.github/sitrep.yml': 'zoen: UTC\n', '.github/sitrep.yml.md': '?' });
  expect(await other.review()).toMatchObject({ outcome: 'settled' });
  expect([other.count.graphql, said(other.world)]).toEqual([1, []]);
  const good = proposed(sound);
  expect(await good.review()).toMatchObject({ outcome: 'settled' });
  expect([good.count.graphql, said(good.world)]).toEqual([2, []]);
});

test('on a locked pull request nothing is said until it is unlocked', async () => {
  const { world, ada, review } = proposed(broken);
  ada.lock(repo, 1);
  expect(await review()).toMatchObject({ outcome: 'settled', effects: [] });
  ada.unlock(repo, 1);
  expect(await review()).toMatchObject({ outcome: 'changed' });
  expect(said(world).length).toBe(1);
});

test('mended, broken again, and taken back: the same comment follows', async () => {
  const { world, bob, review } = proposed(broken);
  const words: string[] = [];
  const changes: Record<string, string | null>[] = [{}, sound, { [path]: 'label: 7\nx: y\n' }, { [path]: null }];
  for (const [minutes, files] of changes.entries()) {
    world.now = `2026-03-02T10:${10 + minutes * 10}:00Z`;
    if (Object.keys(files).length > 0) bob.push(repo, files, { branch: 'config' });
    await review();
    expect(said(world).length).toBe(1);
    words.push(/sound now|no longer|cannot be read/.exec(said(world)[0] ?? '')?.[0] ?? '');
  }
  expect(words).toEqual(['cannot be read', 'sound now', 'cannot be read', 'no longer']);
});

test('drafts and forks count; a handbook of the folder is checked with the config that names it', async () => {
  const files = { [path]: 'handbook: ours.yml\n', '.github/sitrep/ours.yml': 'extends: nobody\nid: ours\n' };
  const { world, review } = proposed(files, { fork: true, draft: true });
  await review();
  expect(said(world)[0]).toContain('.github/sitrep/ours.yml:1:10');
});

test('what is for another branch, closed, merged, missing or archived is left alone', async () => {
  const elsewhere = proposed(broken, { base: 'side' });
  expect(await elsewhere.review()).toMatchObject({ outcome: 'settled' });
  const closed = proposed(broken);
  closed.bob.closePull(repo, 1);
  expect(await closed.review()).toMatchObject({ outcome: 'settled' });
  closed.bob.reopenPull(repo, 1);
  closed.bob.mergePull(repo, 1);
  expect(await closed.review()).toMatchObject({ outcome: 'settled' });
  expect([said(elsewhere.world), said(closed.world)]).toEqual([[], []]);
  const { github, world, services } = closed;
  expect(await reviewConfig(github, { ...repo, number: 9 }, world.now, services)).toMatchObject({ outcome: 'absent' });
  world.repository('acme', 'ops')!.archived = true;
  expect(await closed.review()).toMatchObject({ outcome: 'archived' });
});

test("somebody else's comment with our key is none of ours, and ours is found behind a hundred others", async () => {
  const { world, ada, bob, review } = proposed(broken);
  ada.comment(repo, 1, 'Looks good\n\n<!-- sitrep:config -->');
  for (let count = 0; count < 120; count += 1) ada.comment(repo, 1, `Comment ${count}`);
  await review();
  expect(said(world).length).toBe(1);
  world.now = '2026-03-02T10:30:00Z';
  bob.push(repo, sound, { branch: 'config' });
  await review();
  expect(said(world)).toEqual([expect.stringContaining('sound now')]);
});

test('a look that does not show yet what was just said is stale, not a reason to say it again', async () => {
  const { world, faults, review } = proposed(broken);
  world.now = '2026-03-02T10:00:30Z';
  faults.order({ kind: 'lags', seconds: 10 }, world);
  world.now = '2026-03-02T10:01:00Z';
  await review();
  world.now = '2026-03-02T10:01:02Z';
  expect(await review()).toMatchObject({ outcome: 'stale', againInSeconds: 2 });
  world.now = '2026-03-02T10:01:20Z';
  expect(await review()).toMatchObject({ outcome: 'settled' });
  expect(said(world).length).toBe(1);
});

test.each(['done, then 502, and looks lag', 'one field answered with an error, though done, and looks lag'])(
  '%s: nobody knows whether it was said, and no look is believed until it must show it',
  async (name) => {
    const { world, faults, review } = proposed(broken);
    world.now = '2026-03-02T10:01:00Z';
    faults.strikes.aim({ fields: ['addComment'], nth: 1, blow: blows[name]! }, world);
    await review().catch(() => null);
    expect(said(world).length).toBe(1);
    world.now = '2026-03-02T10:01:02Z';
    expect(await review()).toMatchObject({ outcome: 'stale', againInSeconds: 2 });
    world.now = '2026-03-02T10:01:10Z';
    expect(await review()).toMatchObject({ outcome: 'settled' });
    expect(said(world).length).toBe(1);
  },
);

test('when GitHub says no to the comment, that is a fault and the pass comes again', async () => {
  const { github, services, world } = proposed(broken);
  const refusing: typeof github = {
    ...github,
    graphql: async (document, variables) =>
      document.startsWith('mutation')
        ? { data: { e0: null }, errors: [{ message: 'No', type: 'FORBIDDEN', path: ['e0'] }] }
        : github.graphql(document, variables),
  };
  const pass = await reviewConfig(refusing, ref, world.now, services);
  expect(pass).toMatchObject({ outcome: 'changed', againInSeconds: 5, applied: [{ faults: [{ message: 'No' }] }] });
  expect(await reviewConfig(github, ref, world.now, services)).toMatchObject({ outcome: 'changed' });
});

const stages: Stage[] = [];
afterEach(async () => {
  for (const one of stages.splice(0)) await one.end();
});

test('over HTTP: opened by a fork and mended by a push; every request is valid', async () => {
  const made = await stage();
  stages.push(made);
  const { world, sandbox } = made;
  world.addUser('eve');
  world.as('eve').openPull(repo, { title: 'Config', head: 'config', files: broken, fork: true });
  await made.quiet();
  expect(said(world)).toEqual([expect.stringContaining('`.github/sitrep.yml:1:1`')]);
  made.at('2026-03-02T10:05:00Z');
  world.as('eve').push({ owner: 'eve', name: 'ops' }, sound, { branch: 'config' });
  await made.quiet();
  expect(said(world)).toEqual([expect.stringContaining('sound now')]);
  expect(sandbox.requests.invalid).toEqual([]);
  expect(sandbox.deliveries.log.filter(({ status_code }) => status_code >= 300)).toEqual([]);
});

test('what could be used and should be mended is told too, and the comment follows', async () => {
  const oncall = (people: string) => ({
    '.github/sitrep/oncall.yml': `rotas: {pay: {layers: {primary: {people: ${people}, hand-over: "09:00", starts: 2026-01-05}}}}\n`,
  });
  const { world, bob, review } = proposed(oncall('[ada, ada, bob]'));
  await review();
  expect(said(world)[0]).toMatch(
    /can be read, and this in it should be mended:\n\n- `\.github\/sitrep\/oncall\.yml:1:48` .*two turns in a row/,
  );
  world.now = '2026-03-02T10:10:00Z';
  bob.push(repo, { ...oncall('[ada, ada, bob]'), [path]: 'zoen: UTC\n' }, { branch: 'config' });
  await review();
  expect(said(world)[0]).toMatch(
    /cannot be read as it is:\n\n- .*zoen[^\n]*\n\nAnd this should be mended too:\n\n- .*two turns/,
  );
  world.now = '2026-03-02T10:20:00Z';
  bob.push(repo, { ...oncall('[ada, bob]'), ...sound }, { branch: 'config' });
  await review();
  expect(said(world)).toEqual([expect.stringContaining('sound now')]);
});
