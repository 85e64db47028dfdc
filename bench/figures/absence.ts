// Three days without the App, in which ten thousand webhooks went nowhere: what it takes until every thread is right.
import { makeUpFor } from '../absence.ts';
import { type Figure, type Measured, rounded } from '../figure.ts';

const incidents = 200;

export const absence: Figure = {
  name: 'absence',
  needs: [],
  async measure(): Promise<readonly Measured[]> {
    // Each incident is looked at and written to once.
    const without = await measured('absence', { clocks: false, bound: 3 * incidents });
    // What ran out is told before the card; and while it is told, in GitHub's pace, more runs out.
    return [...without, ...(await measured('absence-with-clocks', { clocks: true, bound: 4 * incidents }))];
  },
};

async function measured(
  name: string,
  { clocks, bound }: { readonly clocks: boolean; readonly bound: number },
): Promise<readonly Measured[]> {
  const made = await makeUpFor({ incidents, seed: 2026, clocks });
  const { deliveries, requests, seconds, wrong, stillOwed, refused } = made;
  if (wrong.length + stillOwed + refused > 0)
    throw new Error(`${wrong.join('\n')}\nowed ${stillOwed}, refused ${refused}`);
  return [
    {
      ...{ figure: `${name}-requests`, value: requests.graphql + requests.rest, unit: 'requests', bound },
      beside: { 'each delivery from the log': deliveries },
      note: `${incidents} incidents, ${deliveries.toLocaleString('en-GB')} deliveries missed in 72 hours`,
    },
    { figure: `${name}-points`, value: requests.points, unit: 'points', bound: null, beside: {} },
    {
      ...{ figure: `${name}-minutes`, value: rounded(seconds / 60), unit: 'min', bound: null },
      beside: {},
      note: "until the last thread was right, in GitHub's pace",
    },
  ];
}
