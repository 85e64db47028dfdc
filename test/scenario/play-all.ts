// Registers a test for each scenario file: it is as told, whichever of the four ways it is played.
import { globSync } from 'node:fs';
import { join, relative } from 'node:path';
import { parseStory } from './parse.ts';
import { printOutcomes } from './print.ts';
import { runStory } from './run.ts';
import { ways } from './ways.ts';

const root = join(import.meta.dirname, '..', 'scenarios');
const seed = Number(process.env.SCENARIO_SEED ?? 1);

/** Plays the files that a pattern below `test/scenarios/` names, each as a test of its own. @throws when it names none */
export function playAll(pattern: string): void {
  const files = globSync(pattern, { cwd: root }).sort();
  if (files.length === 0) throw new Error(`no scenario is called ${pattern}`);
  test.each(files)('%s', async (name) => {
    const file = relative(process.cwd(), join(root, name));
    const outcomes = await runStory(parseStory(file), { ways, seed, show: null });
    expect(printOutcomes(file, outcomes)).toBe('');
  });
}
