// How many things are asked for at once: fewer after an answer that was too big, more again after some that were not.
import { Unanswered } from './unanswered.ts';

const goodOnesBeforeMore = 3;

/** A size between 1 and `most`. GitHub cuts answers that are too big for it, or lets them time out (502, 504). */
export class Stride {
  readonly #most: number;
  #size: number;
  #good = 0;

  constructor(most: number) {
    this.#most = most;
    this.#size = most;
  }

  get size(): number {
    return this.#size;
  }

  /** An answer was too big. @returns false: it was for one thing already */
  shrink(): boolean {
    this.#good = 0;
    if (this.#size === 1) return false;
    this.#size = Math.floor(this.#size / 2);
    return true;
  }

  /** An answer came whole. */
  good(): void {
    this.#good += 1;
    if (this.#good < goodOnesBeforeMore) return;
    this.#good = 0;
    this.#size = Math.min(this.#most, this.#size * 2);
  }
}

/** Less may be answered: no limit, no refusal. Whether the wire is broken shows when one thing is asked for. */
export function isTooMuch(error: unknown): boolean {
  if (!(error instanceof Unanswered) || error.limited) return false;
  return error.tooBig || error.status === null || error.status >= 500;
}

/**
 * Asks for many things, as many at once as GitHub answers. @returns in the order of the things; null: it does not answer even for that
 * one alone. @throws whatever is no `Unanswered`, and limits
 */
export async function inParts<Thing, Result>(
  things: readonly Thing[],
  stride: Stride,
  ask: (some: readonly Thing[]) => Promise<readonly Result[]>,
): Promise<readonly (Result | null)[]> {
  const results: (Result | null)[] = [];
  while (results.length < things.length) {
    const some = things.slice(results.length, results.length + stride.size);
    try {
      results.push(...(await ask(some)));
      stride.good();
    } catch (error) {
      if (!isTooMuch(error)) throw error;
      if (!stride.shrink()) results.push(null);
    }
  }
  return results;
}
