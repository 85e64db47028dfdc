// How long a report waits for its status card, beside a Probot app of the usual shape.
import type { Stage } from '../../sandbox/demo/stage.ts';
import { type Figure, type Measured, rounded } from '../figure.ts';
import { firstReport } from '../lifecycle.ts';
import { sideBySide } from '../side-by-side.ts';

const times = 5;

export const firstCard: Figure = {
  name: 'first-card',
  needs: [],
  async measure(): Promise<readonly Measured[]> {
    const { sitrep, usual } = await sideBySide(waits);
    return [
      {
        ...{ figure: 'first-card-seconds', value: rounded(median(sitrep)), unit: 's', bound: null },
        beside: { 'usual App': rounded(median(usual)) },
        note: 'from the report to its card, median of five',
      },
    ];
  },
};

/** Reports one after the other, each when the App is at rest. @returns the seconds until each had its card */
async function waits(stage: Stage): Promise<readonly number[]> {
  const seconds: number[] = [];
  for (let time = 0; time < times; time += 1) {
    const card = firstComment(stage);
    const start = performance.now();
    await stage.act(firstReport.who, firstReport.act);
    await stage.settled();
    seconds.push(((await card) - start) / 1000);
  }
  return seconds;
}

/** When an App comments next. */
function firstComment({ sandbox }: Stage): Promise<number> {
  return new Promise((resolve) => {
    const deaf = sandbox.world.subscribe(({ name, action, payload }) => {
      const { sender } = payload as { readonly sender?: { readonly type?: string } };
      if (name !== 'issue_comment' || action !== 'created' || sender?.type !== 'Bot') return;
      deaf();
      resolve(performance.now());
    });
  });
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
