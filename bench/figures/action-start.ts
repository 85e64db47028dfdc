// How long the Action's bundle takes to start, beside Node alone.
import { type Figure, type Measured, rounded } from '../figure.ts';
import { type Ran, ran } from '../program.ts';

const times = 5;

export const actionStart: Figure = {
  name: 'action-start',
  needs: [],
  async measure(): Promise<readonly Measured[]> {
    // Without inputs it ends where it would begin to work: with a sentence that says what is missing.
    const bundle = await quickest(['action/dist/index.js'], 1);
    const node = await quickest(['-e', '0'], 0);
    return [
      {
        ...{ figure: 'action-start-seconds', value: rounded(bundle.processor), unit: 's' },
        beside: { 'by the clock': rounded(bundle.seconds), 'node -e 0': rounded(node.processor) },
        ...{ bound: 1, note: 'time of the processor, of the quickest of five processes' },
      },
    ];
  },
};

async function quickest(given: readonly string[], ends: number): Promise<Ran> {
  const all: Ran[] = [];
  for (let time = 0; time < times; time += 1) all.push(await ran(given, {}, ends));
  return all.reduce((best, one) => (one.processor < best.processor ? one : best));
}
