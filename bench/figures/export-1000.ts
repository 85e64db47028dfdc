// `sitrep export` of a thousand incidents.
import { many } from '../amounts.ts';
import { type Figure, type Measured, rounded } from '../figure.ts';
import { counted, latency } from '../hall.ts';
import { ran, reaching } from '../program.ts';
import { home } from '../world.ts';

export const export1000: Figure = {
  name: 'export-1000',
  needs: [many],
  async measure(hall): Promise<readonly Measured[]> {
    const place = await hall.place(many);
    await place.delay(latency);
    const given = ['src/cli.ts', 'export', `${home.owner}/${home.name}`];
    const { result, requests } = await counted(place, () => ran(given, reaching(place)));
    await place.delay(0);
    const lines = result.out.trimEnd().split('\n').length;
    if (lines !== many.incidents) throw new Error(`${lines} lines of ${many.incidents} incidents`);
    // One look at each incident, after a search: what an export costs that asks as a pass does.
    const looks = many.incidents + Math.ceil(many.incidents / 100);
    return [
      {
        ...{ figure: 'export-requests-1000', value: requests, unit: 'requests' },
        ...{ beside: { 'a look at each (reckoned)': looks }, bound: null },
      },
      {
        ...{ figure: 'export-seconds-1000', value: rounded(result.seconds), unit: 's' },
        ...{ beside: { 'a look at each (reckoned)': rounded((looks * latency) / 1000) }, bound: null },
      },
    ];
  },
};
