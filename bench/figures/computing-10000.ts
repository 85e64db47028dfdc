// From lines to the report without any reading: ten thousand incidents.
import { most } from '../amounts.ts';
import { computed } from '../computed.ts';
import { type Figure, type Measured, rounded } from '../figure.ts';

export const computing10000: Figure = {
  name: 'computing-10000',
  needs: [most],
  async measure(hall): Promise<readonly Measured[]> {
    const { incidents, computing, byTheClock, reading } = await computed(await hall.place(most));
    if (incidents !== most.incidents) throw new Error(`there are ${incidents} lines of ${most.incidents} incidents`);
    return [
      {
        ...{ figure: 'computing-seconds-10000', value: rounded(computing), unit: 's' },
        ...{ beside: { 'by the clock': rounded(byTheClock), 'reading these lines': rounded(reading) }, bound: 2 },
        note: 'time of the processor, of the quickest of three processes, each from cold',
      },
    ];
  },
};
