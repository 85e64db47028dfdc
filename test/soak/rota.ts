// Rotas of chance over a whole leap year in five zones: the engine and the clock on the wall tell the same.
import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { story, toldTwice, years } from '../oncall/rota-story.ts';
import type { Soak } from './frame.ts';

/** So many rotas in each zone. */
export const soak: Soak = {
  name: 'rota',
  times: 100,
  async run({ seed, times, say }) {
    for (const wall of years()) {
      let changes = 0;
      const agree = fc.property(story, (told) => {
        const { found, expected } = toldTwice(wall, told);
        changes += found.length;
        return isDeepStrictEqual(found, expected);
      });
      fc.assert(agree, { seed, numRuns: times });
      say(`${wall.zone}: ${times} rotas, ${changes} changes in a year, each at its minute`);
    }
  },
};
