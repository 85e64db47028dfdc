// The App as a process of its own is killed at every named point and at random moments, and started again.
import { killings } from '../faults/killed.ts';
import type { Soak } from './frame.ts';

/** So many kills. */
export const soak: Soak = {
  name: 'kills',
  times: 100,
  async run({ seed, times, say }) {
    const { wrong, recoveries } = await killings(seed, times);
    const sorted = recoveries.toSorted((one, other) => one - other);
    const at = (share: number) => `${Math.round(sorted[Math.floor((sorted.length - 1) * share)] ?? 0)} ms`;
    say(
      `${recoveries.length} of ${times} recovered; from start to the same thread: median ${at(0.5)}, longest ${at(1)}`,
    );
    if (wrong.length > 0) throw new Error(wrong.join('\n\n'));
  },
};
