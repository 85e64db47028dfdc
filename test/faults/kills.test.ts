// Killed at every named point, the App brings the same thread when it is started again; `npm run soak -- kills` kills a hundred.
import { jest } from '@jest/globals';
import { killings } from './killed.ts';

jest.setTimeout(600_000);

test('ten kills over real HTTP: each time the next process brings the same thread, nobody doing anything', async () => {
  const { wrong, recoveries } = await killings(Number(process.env.SCENARIO_SEED ?? 1), 10);
  expect(wrong.join('\n\n')).toBe('');
  expect(recoveries).toHaveLength(10);
});
