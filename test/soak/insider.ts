// Histories with an insider among honest people, by the hundred thousand.
import { playMany } from '../insider/many.ts';
import type { Soak } from './frame.ts';

const atOnce = 1000;

export const soak: Soak = {
  name: 'insider',
  times: 100_000,
  async run({ seed, times, say }) {
    const began = performance.now();
    for (let done = 0; done < times; done += atOnce) {
      const outcomes = await playMany({ seed: seed + done, times: Math.min(atOnce, times - done), steps: 200 });
      const broken = outcomes.find((outcome) => outcome.broken !== null);
      if (broken) throw new Error(`the history of seed ${broken.seed}: ${broken.broken}`);
      const seconds = (performance.now() - began) / 1000;
      const lost = outcomes.filter(({ losses }) => losses > 0).length;
      say(
        `${done + outcomes.length} histories of 200 acts, ${seconds.toFixed(0)} s; of the last ${outcomes.length} the card was lost in ${lost}`,
      );
    }
  },
};
