// A week with five hundred incidents: how long its issue takes to write, and whether it fits GitHub's limit.
import { crowded } from '../amounts.ts';
import { computed } from '../computed.ts';
import { type Figure, type Measured, rounded } from '../figure.ts';

/** GitHub's limit on the body of an issue. */
const longestBody = 65_536;

export const rendering500: Figure = {
  name: 'rendering-500',
  needs: [crowded],
  async measure(hall): Promise<readonly Measured[]> {
    const { inPeriod, computing, rendering, characters } = await computed(await hall.place(crowded));
    if (inPeriod < 500) throw new Error(`only ${inPeriod} incidents lie in the week`);
    return [
      {
        ...{ figure: 'rendering-seconds-500', value: rounded(rendering), unit: 's' },
        ...{ beside: { 'computing its report': rounded(computing) }, bound: null },
      },
      {
        ...{ figure: 'rendering-characters-500', value: characters, unit: 'characters' },
        ...{ beside: {}, bound: longestBody },
      },
    ];
  },
};
