// What something takes of the processor: judged so, because a clock on the wall tells what else the machine does.

/** Milliseconds of the fastest of so many runs, which are counted from 1. */
export function leastOf(runs: number, act: (run: number) => void): number {
  let least = Number.POSITIVE_INFINITY;
  for (let run = 1; run <= runs; run += 1) {
    const before = process.cpuUsage();
    act(run);
    const { user, system } = process.cpuUsage(before);
    least = Math.min(least, (user + system) / 1000);
  }
  return least;
}
