// An incident under five thousand comments: a pass that finds nothing to do costs one request, and a command is heard among them.
import { expect, test } from '@jest/globals';
import { inProcess, noRequests } from '../../sandbox/client.ts';
import { sealWith } from '../../src/core/seal.ts';
import { createServices } from '../../src/footing.ts';
import { reconcile } from '../../src/reconcile.ts';
import { readShipped } from '../../src/shipped.ts';
import { repo, report, smallWorld } from './running.ts';

test('five thousand times "me too"', async () => {
  const world = smallWorld();
  world.addUser('eve');
  const count = noRequests();
  const github = inProcess(world, { kind: 'app' }, { count });
  const services = createServices(readShipped(), sealWith('s'));
  let time = Date.parse(world.now);
  const later = (seconds: number) => {
    time += seconds * 1000;
    world.now = new Date(time).toISOString().replace('.000Z', 'Z');
  };
  const pass = async () => {
    const before = count.graphql + count.rest;
    const { outcome } = await reconcile(github, { ...repo, number: 1 }, world.now, services);
    return { outcome, requests: count.graphql + count.rest - before };
  };
  world.as('ada').createLabel(repo, { name: 'incident', color: 'd73a4a' });
  world.as('ada').openIssue(repo, { title: 'Checkout is down', body: report, labels: ['incident'] });
  await pass();
  for (let number = 1; number <= 5000; number += 1) {
    later(1);
    world.as('eve').comment(repo, 1, 'me too');
  }
  // Meanwhile clocks ran out: two requests write that.
  expect(await pass()).toEqual({ outcome: 'changed', requests: 53 });
  expect(await pass()).toEqual({ outcome: 'settled', requests: 2 });
  later(600);
  // What was said in the last minute before the whole reading is read once more; a clock ran out again, which is written.
  expect(await pass()).toEqual({ outcome: 'changed', requests: 4 });
  expect(await pass()).toEqual({ outcome: 'settled', requests: 1 });
  world.as('bob').comment(repo, 1, '/role commander');
  const { outcome, requests } = await pass();
  // The look, bob's standing, and what is written.
  expect([outcome, requests <= 4]).toEqual(['changed', true]);
  later(60);
  expect(await pass()).toEqual({ outcome: 'settled', requests: 1 });
  expect(world.dump().issues[0]?.assignees).toEqual(['bob']);
});
