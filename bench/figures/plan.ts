// What planning one more command takes, by the length of the record: of what a pass does, the part that is not waiting for GitHub.
import { type Figure, type Measured, rounded } from '../figure.ts';
import { ran } from '../program.ts';

const lengths = [100, 400, 1600] as const;
/** Milliseconds, by the length: only the middle one is promised. */
const bounds: Readonly<Record<number, number>> = { 400: 5 };

interface Told {
  readonly entries: number;
  readonly comments: number;
  readonly plan: number;
  readonly json: number;
}

export const planning: Figure = {
  name: 'plan',
  needs: [],
  async measure(): Promise<readonly Measured[]> {
    const told: Told[] = [];
    for (const length of lengths)
      told.push(JSON.parse((await ran(['bench/plan-time.ts', String(length)])).out) as Told);
    const each = told.map(({ plan, json }, index): Measured => {
      const length = lengths[index] ?? 0;
      return {
        ...{ figure: `plan-ms-${length}`, value: rounded(plan), unit: 'ms' },
        ...{ beside: { 'the same look to JSON and back': rounded(json) }, bound: bounds[length] ?? null },
        note: 'time of the processor, of the quickest of twenty rounds: a record of so many entries, a half more of them comments, and one new command that no pass has heard; the process has seen the rest before',
      };
    });
    const [, middle, long] = told;
    if (!middle || !long) throw new Error('not every length was measured');
    return [
      ...each,
      {
        ...{ figure: 'plan-growth', value: rounded(long.plan / middle.plan), unit: 'times' },
        ...{ beside: { entries: rounded(long.entries / middle.entries) }, bound: 5 },
        note: 'of four times the record',
      },
    ];
  },
};
