// Every scenario is as told, whichever of the four ways it is played.
import { globSync } from 'node:fs';
import { join, relative } from 'node:path';
import { jest } from '@jest/globals';
import { parseStory } from './scenario/parse.ts';
import { printOutcomes } from './scenario/print.ts';
import { runStory } from './scenario/run.ts';
import { ways } from './scenario/ways.ts';

jest.setTimeout(120_000);
const root = join(import.meta.dirname, 'scenarios');
const files = globSync('**/*.yml', { cwd: root }).sort();
const seed = Number(process.env.SCENARIO_SEED ?? 1);

test('there are at least twenty scenarios', () => {
  expect(files.length).toBeGreaterThanOrEqual(20);
});

describe('a scenario is as told, four ways', () => {
  test.each(files)('%s', async (name) => {
    const file = relative(process.cwd(), join(root, name));
    const outcomes = await runStory(parseStory(file), { ways, seed, show: null });
    expect(printOutcomes(file, outcomes)).toBe('');
  });
});
