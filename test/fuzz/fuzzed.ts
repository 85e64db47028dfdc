// Texts are thrown at a reader until one brings it down; that one is shortened and told with the seed that makes it again.
import fc from 'fast-check';
import { leastOf } from '../processor-time.ts';
import type { Reader } from './reader.ts';

export interface Throws {
  readonly seed: number;
  readonly times: number;
  /** Milliseconds of the processor that one text may take. */
  readonly most: number;
}

/** What one text did, in words with seed and text; null: all were read. */
export function fuzzed(reader: Reader, { seed, times, most }: Throws): string | null {
  let slow = false;
  const property = fc.property(reader.texts, (text) => {
    // To shorten a text that takes long would take long: it is told as it is.
    if (slow) return;
    const took = timeOver(most, (run) => reader.read(`${text}${' '.repeat(run)}`));
    slow = took > 0;
    if (slow) throw new Error(`took ${took.toFixed(0)} ms of the processor, more than ${most}`);
  });
  const { failed, counterexample, errorInstance, numRuns } = fc.check(property, { seed, numRuns: times });
  if (!failed) return null;
  const why = errorInstance instanceof Error ? (errorInstance.stack ?? errorInstance.message) : String(errorInstance);
  return `${reader.name}, seed ${seed}, text ${numRuns}: ${shown(counterexample?.[0] ?? '')}\n${why.slice(0, 3_000)}`;
}

/** Milliseconds of the processor where it is more than so many each of five times, with another text each time, else 0. */
function timeOver(most: number, act: (run: number) => void): number {
  const began = performance.now();
  act(0);
  if (performance.now() - began <= most) return 0;
  // Others may have had the processor meanwhile.
  const least = leastOf(5, act);
  return least > most ? least : 0;
}

/** A text as it can be copied into a test: all of it where it is short. */
export function shown(text: string): string {
  const whole = JSON.stringify(text);
  return whole.length <= 2_000 ? whole : `${whole.slice(0, 1_000)} … ${whole.slice(-500)} (${text.length} characters)`;
}
