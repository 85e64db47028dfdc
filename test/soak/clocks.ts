// Fuzzed clocks over the real engine: behind, a day ahead, asleep, killed, over changes of the clocks, a leap day and a year of weekly rotas.
import { fuzzedClocks } from '../clocks/fuzzed-clocks.ts';
import type { Soak } from './frame.ts';

/** Of so many stories under each handbook one is silent for a year at the end, the others for some days. */
const oneInAYear = 20;

export const soak: Soak = {
  name: 'clocks',
  times: 40,
  async run({ seed, times, say }) {
    const days = await fuzzedClocks({ seed, times, days: 5 });
    say(`${days.stories} stories of some days, ${days.troubles} troubles: ${days.came} things came by themselves`);
    const years = await fuzzedClocks({ seed, times: Math.ceil(times / oneInAYear), days: 366 });
    say(`${years.stories} stories of a year, ${years.troubles} troubles: ${years.came} things came by themselves`);
  },
};
