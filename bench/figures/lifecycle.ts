// What the reference lifecycle costs, from the report to the merged post-mortem, beside a Probot app of the usual shape.
import { type Figure, type Measured, rounded } from '../figure.ts';
import { latency } from '../hall.ts';
import { lifecycle } from '../lifecycle.ts';
import { byName, type Cost, liveThrough, type Spent, sum } from '../live-through.ts';
import { type Sides, sideBySide } from '../side-by-side.ts';

const usualName = 'usual App';

export const lifecycleFigure: Figure = {
  name: 'lifecycle',
  needs: [],
  measure: async () => lifecycleMeasured(await sideBySide((stage) => liveThrough(lifecycle(), stage))),
};

/** What both spent, as figures. */
export function lifecycleMeasured(spent: Sides<readonly Spent[]>): readonly Measured[] {
  const [sitrep, usual] = [byName(spent.sitrep), byName(spent.usual)];
  const all: Sides<Cost> = { sitrep: sum(sitrep), usual: sum(usual) };
  const figure = (of: keyof Cost, unit: string, bound: number | null = null): Measured => ({
    ...{ figure: `lifecycle-${of}`, value: rounded(all.sitrep[of]), unit, bound },
    beside: { [usualName]: rounded(all.usual[of]) },
  });
  const parts = sitrep.map(({ name, requests }) => ({
    ...{ name, value: requests },
    beside: { [usualName]: usual.find((one) => one.name === name)?.requests ?? 0 },
  }));
  const seconds = figure('seconds', 's');
  return [
    { ...figure('requests', 'requests', 40), parts },
    { ...figure('writes', 'requests'), note: 'of the requests, those that write' },
    { ...figure('points', 'points'), note: 'of GraphQL; REST has an allowance of its own, which the usual App uses' },
    {
      ...seconds,
      beside: { ...seconds.beside, 'the same unthrottled (reckoned)': rounded((all.usual.requests * latency) / 1000) },
      note: 'from each act to the last answer, gathering (Sitrep) and throttling (Probot) included; of the seven ticks, from the last one',
    },
  ];
}
