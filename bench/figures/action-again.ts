// The Action run a second time when nothing has changed: what it asks of GitHub.
import { few, many, week } from '../amounts.ts';
import type { Figure, Measured } from '../figure.ts';
import { counted } from '../hall.ts';
import { ranStep } from '../step.ts';

const amounts = [few, many];

export const actionAgain: Figure = {
  name: 'action-again',
  needs: amounts,
  async measure(hall): Promise<readonly Measured[]> {
    const told: Measured[] = [];
    for (const amount of amounts) {
      const place = await hall.place(amount);
      const first = await counted(place, () => ranStep(place, { period: week }));
      const again = await counted(place, () => ranStep(place, { period: week }));
      told.push({
        ...{ figure: `action-again-requests-${amount.incidents}`, value: again.requests, unit: 'requests' },
        ...{ beside: { 'the first run, with writing the issue': first.requests }, bound: 1 },
      });
    }
    return told;
  },
};
