// A hundred incidents in a minute: when the last of them and those of the worst level had what people look for.
import { type Figure, type Measured, rounded } from '../figure.ts';
import { beyondItsTurn, lastDone, type Served, weather } from '../storm.ts';
import { usualWeather } from '../usual-storm.ts';

const storm = { incidents: 100, seconds: 60, repositories: 10, seed: 2026 };
const usual = 'usual App, stock Probot';

export const stormFigure: Figure = {
  name: 'storm',
  needs: [],
  async measure(): Promise<readonly Measured[]> {
    const [ours, theirs] = [await weather(storm), await usualWeather(storm)];
    const both = (read: (reports: readonly Served[]) => number) => ({
      value: rounded(read(ours.reports)),
      beside: { [usual]: rounded(read(theirs.reports)) },
      unit: 's',
    });
    return [
      {
        ...{ figure: 'storm-refused', value: ours.refused, unit: 'writes' },
        ...{ beside: { [usual]: theirs.refused }, bound: 0 },
        note: "writes that GitHub refused for their pace; all of the storm is in the sandbox's time",
      },
      {
        figure: 'storm-all-done',
        ...both(lastDone),
        bound: 210,
        note: 'from the first report to the last card and its labels',
      },
      {
        ...{ figure: 'storm-worst-level-done', ...both(worstDone), bound: null },
        note: 'from a report of the worst level to its card and labels, the slowest',
      },
      {
        ...{ figure: 'storm-worst-level-beyond-its-turn', ...both((reports) => beyondItsTurn(reports, 2)), bound: 15 },
        note: 'later than if there were no others than those of its level, at two seconds each',
      },
    ];
  },
};

/** Longest wait of a report of the worst level. */
function worstDone(reports: readonly Served[]): number {
  const worst = reports.filter(({ severity }) => severity === 'Sev-1');
  return Math.max(...worst.map(({ came, done }) => (done ?? Number.POSITIVE_INFINITY) - came));
}
