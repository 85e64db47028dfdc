// Every kind of write × every way in which GitHub fails one, over every scenario: the thread of a run without the blow.
import { allStruck, inject, scenarioFiles } from '../faults/injections.ts';
import type { Soak } from './frame.ts';

/** So many blows for each kind of write. */
export const soak: Soak = {
  name: 'faults',
  times: 1000,
  async run({ seed, times, say }) {
    const files = scenarioFiles();
    const wrong: string[] = [];
    for (const struck of allStruck) {
      const found = await inject({ struck, files, seed, times });
      say(`${struck}: ${times} blows, ${found.length} ended in another thread`);
      wrong.push(...found);
    }
    if (wrong.length > 0) throw new Error(wrong.join('\n\n'));
  },
};
