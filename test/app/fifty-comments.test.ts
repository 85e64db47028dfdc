// Fifty commands of three people on one incident within two seconds, in the App's own time: few requests, all heard, all answered.
import { appIn, pacedWire } from '../../bench/app-in-time.ts';
import { firstReport, lifecycleWorld } from '../../bench/lifecycle.ts';
import { asked } from '../../bench/live-through.ts';
import { VirtualTime } from '../../bench/virtual-time.ts';
import { play } from '../../sandbox/server/stage.ts';

const people = ['ada', 'bob', 'cleo'];

test('four requests at most, reactions included, also where nobody of them was known', async () => {
  const time = new VirtualTime('2026-03-02T10:00:00Z');
  const world = lifecycleWorld();
  world.now = time.clock;
  const wire = pacedWire(world, time);
  const { passes, hear } = appIn(world, time, wire.github);
  world.subscribe(hear);
  play(world, firstReport.who, firstReport.act);
  await time.pass(60_000);
  const before = structuredClone(wire.told().requests);
  for (let count = 0; count < 50; count += 1) {
    time.after(60_000 + count * 39 - time.now(), () => {});
    await time.pass(60_000 + count * 39);
    world.now = time.clock;
    play(world, people[count % people.length] ?? 'ada', {
      act: 'comment',
      number: 1,
      text: `/note graph ${count + 1}.`,
    });
  }
  await time.pass(120_000);
  await passes.stop();
  expect(asked(before, wire.told().requests).requests).toBeLessThanOrEqual(4);
  const timeline = world.repository('acme', 'ops')?.issues.get(1)?.timeline ?? [];
  const comments = timeline.flatMap((item) => (item.kind === 'IssueComment' ? [item] : []));
  const card = comments.find(({ author }) => author.kind === 'Bot')?.body ?? '';
  expect(
    Array.from({ length: 50 }, (_, count) => `graph ${count + 1}.`).filter((note) => !card.includes(note)),
  ).toEqual([]);
  expect(comments.filter(({ author, reactions }) => author.kind !== 'Bot' && reactions.length === 1)).toHaveLength(50);
});
