// After three days without us, and with more repositories than an hour's points look at: what is missing is made up for.
import { makeUpFor } from '../../bench/absence.ts';
import { appIn, pacedWire } from '../../bench/app-in-time.ts';
import { manyHomes, sweptForHours } from '../../bench/many-homes.ts';
import { pointsOfALook } from '../../src/sweep.ts';

test('72 hours, fifty deliveries missed on each of forty incidents: right in three requests each', async () => {
  const { requests, deliveries, wrong, stillOwed, refused } = await makeUpFor({ incidents: 40, seed: 5 });
  expect(deliveries).toBeGreaterThanOrEqual(40 * 50);
  expect(wrong).toEqual([]);
  expect([stillOwed, refused]).toEqual([0, 0]);
  // And a look and a document for some whose clocks ran out while it was made up for.
  expect(requests.graphql + requests.rest).toBeLessThanOrEqual(40 * 3 + 20);
});

test('a look costs no more points than a sweep reckons with', async () => {
  const { world, time } = await manyHomes(1);
  const wire = pacedWire(world, time);
  const app = appIn(world, time, wire.github);
  app.passes.wake(1, { owner: 'acme', name: 'service-0', number: 1 });
  await time.pass();
  const { points, byRoute } = wire.told().requests;
  expect(byRoute['POST /graphql query']).toBe(1);
  expect(points).toBeLessThanOrEqual(pointsOfALook);
});

test('where the hour has few points left, the worst are looked at first, and people keep their part of it', async () => {
  const hours = await sweptForHours({ repositories: 66, hours: 2, points: 2200 });
  expect(hours[0]).toMatchObject({ levels: ['sev-1'] });
  expect(hours[0]!.looked).toBeGreaterThanOrEqual(15);
  // Clocks that run out in that hour have a look each beside the sweep's part.
  expect(hours[0]!.points).toBeLessThanOrEqual(300);
  expect(hours[0]!.looked + hours[1]!.looked).toBe(66);
  expect(hours[1]!.points).toBeLessThanOrEqual(2200);
});

test('what people said meanwhile is heard before anything that nobody touched is looked at', async () => {
  const [hour] = await sweptForHours({ repositories: 66, hours: 1, points: 2200, changed: 5 });
  expect(hour).toMatchObject({ heard: 5, levels: ['sev-1', 'sev-3'] });
});

test('where they have run out, nothing is asked again and again until there are new ones', async () => {
  const [before, after] = await sweptForHours({ repositories: 60, hours: 2, points: 150, exhausted: true });
  expect(before!.looked).toBeLessThan(60);
  // A clock runs out as well.
  expect(before!.requests).toBeLessThanOrEqual(62);
  expect(before!.looked + after!.looked).toBe(60);
});
