// A few stories of the soak `clocks`: whatever befalls our clock, the record in the end is the one that right clocks make.
import { jest } from '@jest/globals';
import { fuzzedClocks } from './fuzzed-clocks.ts';

jest.setTimeout(600_000);

test('no clock that jumps, machine that sleeps or process that dies loses or doubles anything', async () => {
  const { stories, troubles, came } = await fuzzedClocks({ seed: 3, times: 1, days: 4 });
  expect(stories).toBe(5);
  expect(troubles).toBeGreaterThan(stories);
  expect(came).toBeGreaterThan(20);
});
