// How the time of a reader grows with its text: twice as much may take twice as long, not four times.
import { leastOf } from '../processor-time.ts';
import { shown } from './fuzzed.ts';
import type { Reader } from './reader.ts';
import { longest, repeated } from './texts.ts';

/** Milliseconds below which nobody is held up, and a measurement tells more of the machine than of the text. */
const floor = 15;

export interface Growth {
  /** Milliseconds of the processor for a text of so many characters. */
  readonly whole: number;
  readonly length: number;
  /** Of the whole to its half; 0 where the whole takes next to nothing. */
  readonly ratio: number;
}

/**
 * The worst growth of a unit that is repeated: of `from` characters to twice as many, and so on up to as long as a text may be.
 * What takes next to nothing when it is longest is not measured further.
 */
export function growthOf({ read, opening }: Reader, unit: string, { from = 8_192, runs = 5 } = {}): Growth {
  // What was read is known for a while: every text ends otherwise.
  let texts = 0;
  const of = (length: number) => repeated(unit, length, opening, ` ${++texts}`);
  let worst: Growth = { whole: 0, length: 0, ratio: 0 };
  for (let length = longest; length >= 2 * from; length /= 2) {
    const act = (characters: number) => () => read(of(characters));
    const took = quick(act(length)) ?? leastOf(runs, act(length));
    const ratio = took < floor ? 0 : took / Math.max(1, leastOf(runs, act(length / 2)));
    if (took <= worst.whole && ratio <= worst.ratio) continue;
    const longer = took > worst.whole;
    worst = {
      whole: longer ? took : worst.whole,
      length: longer ? length : worst.length,
      ratio: Math.max(ratio, worst.ratio),
    };
  }
  return worst;
}

/** The time of what is done at once; null: it is worth measuring. */
function quick(act: () => void): number | null {
  const first = leastOf(2, act);
  return first < floor ? first : null;
}

/** A growth in words. */
export function toldGrowth(reader: Reader, unit: string, { whole, length, ratio }: Growth): string {
  return `${reader.name}: ${shown(unit)} up to ${length} characters: ${whole.toFixed(0)} ms, ${ratio.toFixed(1)} times its half`;
}
