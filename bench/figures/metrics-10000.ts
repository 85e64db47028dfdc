// The same for ten thousand incidents, with the memory that the process held.
import { most, week } from '../amounts.ts';
import { type Figure, type Measured, rounded } from '../figure.ts';
import { counted, latency } from '../hall.ts';
import { ran, reaching } from '../program.ts';
import { home } from '../world.ts';

const note =
  'usual way: reckoned (ten searches, for GitHub shows 1,000 results of one, and three requests for each issue)';

export const metrics10000: Figure = {
  name: 'metrics-10000',
  needs: [most],
  async measure(hall): Promise<readonly Measured[]> {
    const place = await hall.place(most);
    await place.delay(latency);
    const given = ['metrics', `${home.owner}/${home.name}`, '--period', week, '--format', 'json'];
    const { result, requests, points } = await counted(place, () => ran(['src/cli.ts', ...given], reaching(place)));
    await place.delay(0);
    const empty = await ran(['-e', '0']);
    const usual = most.incidents / 100 + 3 * most.incidents;
    return [
      {
        ...{ figure: 'metrics-requests-10000', value: requests, unit: 'requests' },
        ...{ beside: { 'usual way': usual }, bound: 250, note },
      },
      { figure: 'metrics-points-10000', value: points, unit: 'points', beside: {}, bound: null },
      {
        ...{ figure: 'metrics-seconds-10000', value: rounded(result.seconds), unit: 's' },
        ...{ beside: { 'usual way': rounded((usual * latency) / 1000) }, bound: null, note },
      },
      {
        ...{ figure: 'metrics-memory-10000', value: Math.round(result.megabytes), unit: 'MB' },
        ...{ beside: { 'node -e 0': Math.round(empty.megabytes) }, bound: 512 },
      },
    ];
  },
};
