// Three days without the App, in which ten thousand webhooks went nowhere: what it takes until every thread is right.
import { makeUpFor } from '../absence.ts';
import { type Figure, type Measured, rounded } from '../figure.ts';

const incidents = 200;

export const absence: Figure = {
  name: 'absence',
  needs: [],
  async measure(): Promise<readonly Measured[]> {
    const { deliveries, requests, seconds, wrong, stillOwed, refused } = await makeUpFor({ incidents, seed: 2026 });
    if (wrong.length + stillOwed + refused > 0)
      throw new Error(`${wrong.join('\n')}\nowed ${stillOwed}, refused ${refused}`);
    return [
      {
        ...{ figure: 'absence-requests', value: requests.graphql + requests.rest, unit: 'requests', bound: 600 },
        beside: { 'each delivery from the log': deliveries },
        note: `${incidents} incidents, ${deliveries.toLocaleString('en-GB')} deliveries missed in 72 hours`,
      },
      {
        ...{ figure: 'absence-points', value: requests.points, unit: 'points', bound: null },
        beside: {},
      },
      {
        ...{ figure: 'absence-minutes', value: rounded(seconds / 60), unit: 'min', bound: null },
        beside: {},
        note: "until the last thread was right, in GitHub's pace",
      },
    ];
  },
};
