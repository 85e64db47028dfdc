// Many histories of an insider, on every core.
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';

/** What one thread plays: every so manieth seed from the first one on, before the last. */
export interface Share {
  readonly first: number;
  readonly last: number;
  readonly every: number;
  readonly steps: number;
}

/** What came of one history. `broken`: what does not hold; null: all does. */
export interface Outcome {
  readonly seed: number;
  /** How often our memory was lost in it. */
  readonly losses: number;
  readonly passes: number;
  readonly broken: string | null;
}

export interface Histories {
  readonly seed: number;
  readonly times: number;
  /** Acts of the insider in each. */
  readonly steps: number;
}

/** Plays histories of following seeds. @returns what came of each, in the order of the seeds */
export async function playMany({ seed, times, steps }: Histories): Promise<readonly Outcome[]> {
  const every = Math.min(times, availableParallelism());
  const shares = Array.from({ length: every }, (_, index) => ({
    first: seed + index,
    last: seed + times,
    every,
    steps,
  }));
  const outcomes = await Promise.all(shares.map(play));
  return outcomes.flat().toSorted((one, other) => one.seed - other.seed);
}

function play(share: Share): Promise<readonly Outcome[]> {
  return new Promise((resolve, reject) => {
    const outcomes: Outcome[] = [];
    const worker = new Worker(new URL('./worker.ts', import.meta.url), { workerData: share });
    worker.on('message', (outcome: Outcome) => outcomes.push(outcome));
    worker.once('error', reject);
    worker.once('exit', () => resolve(outcomes));
  });
}
