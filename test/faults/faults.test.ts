// Whatever befalls one write of ours, the thread ends as without it; `npm run soak -- faults` looks twenty times further.
import { jest } from '@jest/globals';
import { allStruck, inject, scenarioFiles } from './injections.ts';
import { struckStories } from './struck-stories.ts';

jest.setTimeout(600_000);
const seed = Number(process.env.SCENARIO_SEED ?? 1);

test.each(allStruck)('%s: fifty blows by chance leave no trace', async (struck) => {
  const wrong = await inject({ struck, files: scenarioFiles(struckStories[struck]), seed, times: 50 });
  expect(wrong.join('\n\n')).toBe('');
});
