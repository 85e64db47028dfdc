// Fuzzed clocks over the real engine: behind, ahead, asleep, killed, not GitHub's while people act, over changes of the clocks, a leap day, a year of weekly rotas.
import { fuzzedBesideGitHub } from '../clocks/fuzzed-beside-github.ts';
import { fuzzedClocks } from '../clocks/fuzzed-clocks.ts';
import type { Soak } from './frame.ts';

/** Of so many stories under each handbook one is silent for a year at the end, the others for some days. */
const oneInAYear = 20;

/** These take a tenth of the time. */
const besideEach = 4;

export const soak: Soak = {
  name: 'clocks',
  times: 40,
  async run({ seed, times, say }) {
    const days = await fuzzedClocks({ seed, times, days: 5 });
    say(`${days.stories} stories of some days, ${days.troubles} troubles: ${days.came} things came by themselves`);
    const years = await fuzzedClocks({ seed, times: Math.ceil(times / oneInAYear), days: 366 });
    say(`${years.stories} stories of a year, ${years.troubles} troubles: ${years.came} things came by themselves`);
    const beside = await fuzzedBesideGitHub({ seed, times: times * besideEach, days: 3 });
    say(
      `${beside.lives} lives with a clock that is not GitHub's while people act, ${beside.late} of them seen late, ${beside.troubles} troubles: ` +
        `${beside.came} things came by themselves, ${beside.reminders} reminders, at most ${beside.busiest} words of ours unasked in a day`,
    );
  },
};
