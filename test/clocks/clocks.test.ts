// A few stories of the soak `clocks`: whatever befalls our clock, nothing is lost, said twice or in a burst.
import { jest } from '@jest/globals';
import { fuzzedBesideGitHub } from './fuzzed-beside-github.ts';
import { fuzzedClocks } from './fuzzed-clocks.ts';

jest.setTimeout(600_000);

test('no clock that jumps, machine that sleeps or process that dies loses or doubles anything', async () => {
  const { stories, troubles, came } = await fuzzedClocks({ seed: 3, times: 1, days: 4 });
  expect(stories).toBe(5);
  expect(troubles).toBeGreaterThan(stories);
  expect(came).toBeGreaterThan(20);
});

test("a clock that is not GitHub's while people act loses nothing, says nothing twice and never bursts", async () => {
  const { lives, troubles, came, reminders, late } = await fuzzedBesideGitHub({ seed: 1, times: 2, days: 3 });
  expect(lives).toBe(10);
  expect(troubles).toBeGreaterThan(lives);
  expect(came).toBeGreaterThan(100);
  expect(reminders).toBeGreaterThan(10);
  expect(late).toBeGreaterThan(0);
});
