// After three days without us, and with more repositories than an hour's points look at: what is missing is made up for.
import { makeUpFor } from '../../bench/absence.ts';
import { appIn, pacedWire } from '../../bench/app-in-time.ts';
import { manyHomes, sweptForHours } from '../../bench/many-homes.ts';
import { pointsOfALook } from '../../src/sweep.ts';

// With clocks each incident has one reminder of all that ran out (words take a document before the card's), and twelve requests find them.
test.each([
  { clocks: false, most: 40 * 3 },
  { clocks: true, most: 40 * 3 + 12 },
])('72 hours, fifty deliveries missed on each of forty incidents: right in three requests each, %o', async (given) => {
  const { clocks, most } = given;
  const { requests, deliveries, wrong, stillOwed, refused } = await makeUpFor({ incidents: 40, seed: 5, clocks });
  expect(deliveries).toBeGreaterThanOrEqual(40 * 50);
  expect(wrong).toEqual([]);
  expect([stillOwed, refused]).toEqual([0, 0]);
  expect(requests.graphql + requests.rest).toBeLessThanOrEqual(most);
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

// With clocks: what ran out before the start, and half an hour later again; each time a look and two documents for sixteen incidents.
test.each([
  { clocks: false, looked: 20, most: 200 },
  { clocks: true, looked: 15, most: 270 },
])('where the hour has few points left, the worst come first, and people keep their part: %o', async (given) => {
  const { clocks, looked, most } = given;
  const hours = await sweptForHours({ repositories: 66, hours: 2, points: 2200, clocks });
  expect(hours[0]).toMatchObject({ levels: ['sev-1'] });
  expect(hours[0]!.looked).toBeGreaterThanOrEqual(looked);
  expect(hours[0]!.points).toBeLessThanOrEqual(most);
  expect(hours[0]!.looked + hours[1]!.looked).toBe(66);
  expect(hours[1]!.points).toBeLessThanOrEqual(2200);
});

test('what people said meanwhile is heard before anything that nobody touched is looked at', async () => {
  const [hour] = await sweptForHours({ repositories: 66, hours: 1, points: 2200, changed: 5 });
  expect(hour).toMatchObject({ heard: 5, levels: ['sev-1', 'sev-3'] });
});

// With clocks: one reminder is written before there are none left.
test.each([
  { clocks: false, most: 60 },
  { clocks: true, most: 61 },
])('where they have run out, nothing is asked again and again until there are new ones: %o', async (given) => {
  const { clocks, most } = given;
  const [before, after] = await sweptForHours({ repositories: 60, hours: 2, points: 150, exhausted: true, clocks });
  expect(before!.looked).toBeLessThan(60);
  expect(before!.requests).toBeLessThanOrEqual(most);
  expect(before!.looked + after!.looked).toBe(60);
});
