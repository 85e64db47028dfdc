// How long the App takes to listen, and what it holds while nothing happens, beside bare Probot.
import { setTimeout as sleep } from 'node:timers/promises';
import { settingsFor } from '../../sandbox/settings-for.ts';
import { npmStart, type ServedApp, serveApp } from '../../test/server/served-app.ts';
import { type ServerStage, serverStage, webhookSecret } from '../../test/server/stage.ts';
import { type Figure, type Measured, rounded } from '../figure.ts';

const times = 5;
const quiet = { LOG_LEVEL: 'fatal' };
/** The same without what was kept of an earlier start. */
const first = npmStart.filter((given) => !/^--import$|keep-compiled/.test(given));

export const appStart: Figure = {
  name: 'app-start',
  needs: [],
  async measure(): Promise<readonly Measured[]> {
    const stage = await serverStage(quiet);
    try {
      // What was compiled is kept by the first of them.
      await started(stage, npmStart);
      const [sitrep, cold, probot] = [
        await leastOf(stage, npmStart),
        await leastOf(stage, first),
        await leastOf(stage, ['bench/bare-probot.ts']),
      ];
      return told(sitrep, cold, probot);
    } finally {
      await stage.end();
    }
  },
};

/** Until it listens, by the clock and in the time of the processor; and its memory when it came to rest. */
interface Started {
  readonly seconds: number;
  readonly processor: number;
  readonly megabytes: number;
}

async function started({ sandbox }: ServerStage, program: readonly string[]): Promise<Started> {
  const began = performance.now();
  const app: ServedApp = await serveApp({ ...settingsFor(sandbox, webhookSecret), ...quiet }, program);
  const seconds = (performance.now() - began) / 1000;
  const processor = await app.processor();
  // The first sweep is over by then.
  await sleep(3000);
  const megabytes = await app.megabytes();
  // Told to end, not killed: what was compiled is written when it ends.
  await app.end('SIGTERM');
  return { seconds, processor, megabytes };
}

/** Of several: what is more is others' doing. */
async function leastOf(stage: ServerStage, program: readonly string[]): Promise<Started> {
  const all: Started[] = [];
  for (let time = 0; time < times; time += 1) all.push(await started(stage, program));
  const least = (of: (one: Started) => number): number => Math.min(...all.map(of));
  return {
    seconds: least(({ seconds }) => seconds),
    processor: least(({ processor }) => processor),
    megabytes: least(({ megabytes }) => megabytes),
  };
}

function told(sitrep: Started, cold: Started, probot: Started): readonly Measured[] {
  return [
    {
      ...{ figure: 'app-start-seconds', value: rounded(sitrep.processor), unit: 's', bound: 1 },
      beside: {
        'by the clock': rounded(sitrep.seconds),
        'the very first time': rounded(cold.processor),
        'bare Probot': rounded(probot.processor),
      },
      note: `time of the processor until it listens, the least of ${times}; the first start compiles, the others find it done`,
    },
    {
      ...{ figure: 'app-idle-memory', value: Math.round(sitrep.megabytes), unit: 'MB', bound: 150 },
      beside: { 'the very first time': Math.round(cold.megabytes), 'bare Probot': Math.round(probot.megabytes) },
      note: 'resident, three seconds after it listens, its first sweep done',
    },
  ];
}
