// What waits for its moment: ten thousand deadlines in one process, and a thousand open incidents in which nothing happens.
import type { Figure, Measured } from '../figure.ts';
import { rounded } from '../figure.ts';
import type { Hall } from '../hall.ts';
import { silentSweep } from '../silent-sweep.ts';
import { foundEachMinute, type Pending, p99, pendingFor } from '../waking.ts';

const open = 1000;

export const waking: Figure = {
  name: 'waking',
  needs: [],
  async measure({ patient }: Pick<Hall, 'patient'>): Promise<readonly Measured[]> {
    const seconds = patient ? 60 : 20;
    const none = await pendingFor('none', seconds);
    const [alarms, timers] = [await pendingFor('alarms', seconds), await pendingFor('timers', seconds)];
    if (alarms.late.length !== 1000 || alarms.tooEarly > 0) throw new Error(`${alarms.late.length} of 1000 rang`);
    return [...waited(alarms, timers, none), await swept()];
  },
};

function waited(alarms: Pending, timers: Pending, none: Pending): readonly Measured[] {
  const each = 'a timer of the machine for each';
  return [
    {
      ...{ figure: 'waking-late-p99-10000', value: rounded(p99(alarms.late) / 1000), unit: 's', bound: 1 },
      beside: { [each]: rounded(p99(timers.late) / 1000), 'looking once a minute': p99(foundEachMinute()) / 1000 },
      note: 'of ten thousand that wait a thousand come within ten seconds; from the moment to the begin of its pass',
    },
    {
      ...{ figure: 'waking-days-too-early-10000', value: alarms.tooEarly, unit: 'passes', bound: 0 },
      beside: { [each]: timers.tooEarly },
      note: 'a timer that is to wait longer than 24.8 days does not wait at all',
    },
    {
      ...{ figure: 'waking-idle-processor-10000', value: rounded(alarms.processor), unit: 'ms', bound: 60 },
      beside: { 'none pending': rounded(none.processor), [each]: rounded(timers.processor) },
      note: 'time of the processor in a minute in which none of the ten thousand is due',
    },
  ];
}

async function swept(): Promise<Measured> {
  const { requests, looks } = await silentSweep(open);
  if (looks > 0) throw new Error(`${looks} looks were asked for where nothing happened`);
  return {
    ...{ figure: 'sweep-requests-1000-open', value: requests, unit: 'requests' },
    ...{ beside: { 'a look at each': open }, bound: 25 },
    note: 'one sweep over a thousand open incidents on which nothing happened and nothing came due',
  };
}
