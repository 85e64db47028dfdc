// How long the Action's bundle takes to start, beside Node alone.
import { type Figure, type Measured, rounded } from '../figure.ts';
import { ran } from '../program.ts';

const times = 5;

export const actionStart: Figure = {
  name: 'action-start',
  needs: [],
  async measure(): Promise<readonly Measured[]> {
    // Loaded, and ended where it would begin to work.
    const bundle = await middle(['action/dist/index.js'], {});
    const node = await middle(['-e', '0'], {});
    return [
      {
        ...{ figure: 'action-start-seconds', value: rounded(bundle), unit: 's' },
        ...{ beside: { 'node -e 0': rounded(node) }, bound: 1 },
      },
    ];
  },
};

/** The middle one of five. */
async function middle(given: readonly string[], env: Readonly<Record<string, string>>): Promise<number> {
  const seconds: number[] = [];
  for (let time = 0; time < times; time += 1) seconds.push((await ran(given, env)).seconds);
  return seconds.toSorted((one, other) => one - other)[Math.floor(times / 2)] ?? Number.NaN;
}
