// Texts by the million are thrown at everything that reads what people say, and what they repeat is made long.
import fc from 'fast-check';
import { fuzzed } from '../fuzz/fuzzed.ts';
import { growthOf, toldGrowth } from '../fuzz/growth.ts';
import type { Reader } from '../fuzz/reader.ts';
import { fileReaders, threadReaders } from '../fuzz/readers.ts';
import { textsOf } from '../fuzz/texts.ts';
import type { Soak, SoakRun } from './frame.ts';

/** Milliseconds of the processor that one text may take, and how much longer one of twice the length. */
const [most, mostGrowth] = [50, 2.5];
const atOnce = 10_000;

export const soak: Soak = {
  name: 'fuzz',
  times: 1_000_000,
  async run(given) {
    const wrong: string[] = [];
    for (const reader of [...threadReaders, ...fileReaders]) {
      wrong.push(...thrown(reader, given), ...grown(reader, given));
    }
    if (wrong.length > 0) throw new Error(wrong.join('\n\n'));
  },
};

/** So many texts, each read within its time. */
function thrown(reader: Reader, { seed, times, say }: SoakRun): readonly string[] {
  const before = process.cpuUsage();
  for (let done = 0; done < times; done += atOnce) {
    const wrong = fuzzed(reader, { seed: seed + done, times: Math.min(atOnce, times - done), most });
    if (wrong !== null) return [wrong];
  }
  const { user, system } = process.cpuUsage(before);
  say(`${reader.name}: ${times} texts, ${((user + system) / times).toFixed(0)} µs of the processor each`);
  return [];
}

/** Each piece of the reader's, and one unit of chance for each thousand texts, repeated. */
function grown(reader: Reader, { seed, times, say }: SoakRun): readonly string[] {
  const { pieces } = reader;
  const short = textsOf({ pieces, samples: pieces }).filter((text) => text !== '' && text.length < 60);
  const chance = fc.sample(short, { seed, numRuns: Math.ceil(times / 1_000) });
  const units = [...new Set([...pieces, ...chance])];
  const found = units.map((unit) => [unit, growthOf(reader, unit)] as const);
  // Measured again, and longer, before it is believed: others may have had the processor meanwhile.
  const bad = found
    .filter(([, growth]) => isBad(growth))
    .map(([unit]) => [unit, growthOf(reader, unit, { runs: 15 })] as const)
    .filter(([, growth]) => isBad(growth));
  const slowest = found.toSorted(([, one], [, other]) => other.whole - one.whole)[0];
  say(`${reader.name}: ${units.length} units repeated; slowest: ${slowest ? toldGrowth(reader, ...slowest) : 'none'}`);
  return bad.map(([unit, growth]) => toldGrowth(reader, unit, growth));
}

function isBad({ whole, ratio }: ReturnType<typeof growthOf>): boolean {
  return whole > most || ratio > mostGrowth;
}
