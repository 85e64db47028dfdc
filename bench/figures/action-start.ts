// How long the Action's bundle takes to start, beside Node alone.
import { type Figure, type Measured, rounded } from '../figure.ts';
import { ended } from '../program.ts';

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
        ...{ figure: 'action-start-seconds', value: rounded(bundle), unit: 's' },
        ...{ beside: { 'node -e 0': rounded(node) }, bound: 1 },
      },
    ];
  },
};

/** Seconds of the quickest of five: what else the machine does only adds to it. */
async function quickest(given: readonly string[], code: number): Promise<number> {
  const seconds: number[] = [];
  for (let time = 0; time < times; time += 1) seconds.push(await ended(given, code));
  return Math.min(...seconds);
}
