// A long thread is read once, then its beginning and its end: what is seen is what a whole reading sees, and costs one request.
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Snapshot } from '../../src/core/snapshot.ts';
import { ground, knowing, repo, seen } from './ground.ts';

const plain = (look: Snapshot): unknown => JSON.parse(JSON.stringify(look.thread));

/** A clock of the world; moves by itself a second with each thing that is done. */
function clocked(world: { now: string }) {
  let time = Date.parse(world.now);
  return (seconds: number): string => {
    time += seconds * 1000;
    world.now = new Date(time).toISOString().replace('.000Z', 'Z');
    return world.now;
  };
}

test('a settled thread of five thousand comments costs one request a look', async () => {
  const { world, github, count, ada, eve } = ground();
  ada.openIssue(repo, { title: 'Checkout is down', body: '' });
  const pass = clocked(world);
  for (let number = 1; number <= 5000; number += 1) {
    pass(1);
    eve.comment(repo, 1, number % 2 ? 'me too' : '/resolved');
  }
  const known = knowing();
  const cost = async (): Promise<number> => {
    const before = count.graphql;
    const look = await seen(github, 1, { ...known, now: world.now, settled: new Set(['some']) });
    expect(look.thread).toHaveLength(5000);
    return count.graphql - before;
  };
  pass(600);
  expect(await cost()).toBe(50);
  expect(await cost()).toBe(1);
  pass(600);
  expect(await cost()).toBe(1);
});

test('a storm of comments costs a page or two a look, not all of them', async () => {
  const { world, github, count, ada, eve } = ground();
  ada.openIssue(repo, { title: 'Checkout is down', body: '' });
  const pass = clocked(world);
  const known = knowing();
  const costs: number[] = [];
  for (let number = 1; number <= 1200; number += 1) {
    pass(1);
    eve.comment(repo, 1, 'me too');
    if (number % 20 > 0) continue;
    const before = count.graphql;
    const look = await seen(github, 1, { ...known, now: world.now });
    expect(look.thread).toHaveLength(number);
    costs.push(count.graphql - before);
  }
  expect(Math.max(...costs)).toBeLessThanOrEqual(3);
  const whole = costs.filter((cost) => cost > 2).length;
  expect(whole).toBeLessThanOrEqual(1);
});

type Step = readonly ['say' | 'edit' | 'answer' | 'label' | 'delete ours' | 'late', number];

const steps = fc.array(
  fc.tuple(fc.constantFrom<Step[0][]>('say', 'edit', 'answer', 'label', 'delete ours', 'late'), fc.nat()),
  { minLength: 1, maxLength: 12 },
);

test('whatever people do to it, it shows what a whole reading shows', async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 90, max: 240 }), steps, async (length, doings) => {
      const { world, github, ada, bob, eve } = ground();
      ada.openIssue(repo, { title: 'Checkout is down', body: '' });
      const pass = clocked(world);
      const ours = world.as('sitrep');
      const ids: number[] = [];
      const theirs: number[] = [];
      const say = () => theirs.push(eve.comment(repo, 1, `me too ${theirs.length}`).id);
      ids.push(ours.comment(repo, 1, 'card').id);
      for (let number = 0; number < length; number += 1) {
        pass(5);
        if (number % 40 === 20) ids.push(ours.comment(repo, 1, 'record').id);
        else say();
      }
      const known = knowing();
      const look = async () => seen(github, 1, { ...known, now: world.now });
      await look();
      for (const [what, at] of doings) {
        pass(20 + (at % 200));
        if (what === 'say') for (let more = 0; more <= at % 30; more += 1) say();
        if (what === 'edit') eve.editComment(repo, theirs[at % theirs.length]!, `/resolved ${at}`);
        if (what === 'answer') ours.editComment(repo, ids[at % ids.length]!, `ours ${at}`);
        if (what === 'label') (at % 2 ? ada.addLabels : bob.removeLabels).call(at % 2 ? ada : bob, repo, 1, 'bug');
        if (what === 'delete ours' && ids.length > 1) bob.deleteComment(repo, ids.splice(at % ids.length, 1)[0]!);
        if (what === 'late') pass(4000);
        expect(plain(await look())).toEqual(plain(await seen(github, 1, knowing())));
      }
    }),
    { numRuns: 8 },
  );
});

test('the comments of somebody who deletes one after the other are read as a whole every ten minutes at most', async () => {
  const { world, github, count, ada, eve } = ground();
  ada.openIssue(repo, { title: 'Checkout is down', body: '' });
  const pass = clocked(world);
  const ids = Array.from({ length: 450 }, () => {
    pass(1);
    return eve.comment(repo, 1, 'me too').id;
  });
  pass(120);
  const known = knowing();
  await seen(github, 1, { ...known, now: world.now });
  const before = count.graphql;
  for (const id of ids.slice(150, 190)) {
    pass(30);
    eve.deleteComment(repo, id);
    await seen(github, 1, { ...known, now: world.now });
  }
  expect(count.graphql - before).toBeLessThanOrEqual(40 + 3 * 5);
  pass(600);
  expect(plain(await seen(github, 1, { ...known, now: world.now }))).toEqual(plain(await seen(github, 1, knowing())));
});
