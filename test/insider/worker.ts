// A thread of its own that plays histories: the property has a thousand, and each takes a while.
import { parentPort, workerData } from 'node:worker_threads';
import { type History, playHistory, plotOf } from './history.ts';
import { holds } from './holds.ts';
import type { Share } from './many.ts';

const { first, last, every, steps } = workerData as Share;
const without = new Map<number, History>();

for (let seed = first; seed < last; seed += every) {
  const plot = plotOf(seed);
  try {
    const alone = without.get(plot) ?? (await playHistory(plot, 0));
    without.set(plot, alone);
    const history = await playHistory(seed, steps);
    holds(history, alone);
    parentPort?.postMessage({ seed, losses: history.losses, passes: history.passes, broken: null });
  } catch (error) {
    const broken = error instanceof Error ? (error.stack ?? error.message) : String(error);
    parentPort?.postMessage({ seed, losses: 0, passes: 0, broken });
  }
}
