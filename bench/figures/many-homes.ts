// An App that is started before two thousand repositories with an incident each: what it spends of an hour's points.
import type { Figure, Measured } from '../figure.ts';
import { sweptForHours } from '../many-homes.ts';

const repositories = 2000;
/** Said in as many of them while there was no App. */
const changed = 20;
const hours = 6;
/** Of an installation, in an hour; with so many repositories GitHub gives up to 12,500. */
const hourly = 5000;
/** Of one look. */
const points = 5;

export const manyHomes: Figure = {
  name: 'many-homes',
  needs: [],
  async measure(): Promise<readonly Measured[]> {
    const told = await sweptForHours({ repositories, hours, points: hourly, changed });
    const rested = told.at(-1);
    const looked = told.reduce((sum, hour) => sum + hour.looked, 0);
    if (!rested || looked < repositories || told[0]?.heard !== changed)
      throw new Error(`${looked} of ${repositories} were looked at, and ${told[0]?.heard} of ${changed} heard`);
    return [
      {
        ...{ figure: 'many-homes-points-an-hour', value: Math.max(...told.map((hour) => hour.points)), unit: 'points' },
        ...{ beside: { 'a look at each': repositories * points }, bound: hourly },
        note: 'the most of the six hours after a start; what people said meanwhile was heard in the first one',
      },
      {
        ...{ figure: 'many-homes-points-when-nothing-changes', value: rested.points, unit: 'points' },
        ...{ beside: { 'a look at each': repositories * points }, bound: hourly / 10 },
      },
      {
        ...{ figure: 'many-homes-requests-when-nothing-changes', value: rested.requests, unit: 'requests' },
        ...{ beside: { 'a look at each': repositories }, bound: null },
      },
    ];
  },
};
