// `npm start`: the App in production, or Probot's set-up page while nothing is configured.
import { existsSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { type AppOptions, hearEvent } from './app.ts';
import { sealWith } from './core/seal.ts';
import { createServices } from './footing.ts';
import { createFront } from './front.ts';
import { isHeldBack } from './held-back.ts';
import { isSigned } from './is-signed.ts';
import { lastWords } from './last-words.ts';
import { listen } from './listen.ts';
import { reasonOf } from './log.ts';
import { Passes } from './passes.ts';
import { readKeyFile } from './private-key.ts';
import type { PaceLimits } from './queue/pace.ts';
import { everySoOften } from './repeat.ts';
import { setUp } from './set-up.ts';
import { type Environment, settingsOf } from './settings.ts';
import { readShipped } from './shipped.ts';
import { sweep } from './sweep.ts';
import { SweepMemory } from './sweep-memory.ts';
import { wiresOf } from './wires.ts';

export interface StartOptions {
  /** Our clock; ISO. */
  readonly clock?: () => string;
  readonly gatherMilliseconds?: number;
  /** GitHub's own, unless given; null: none. */
  readonly pace?: PaceLimits | null;
  readonly sweepEveryMinutes?: number;
  /** How long running passes are waited for at the end. */
  readonly stopMilliseconds?: number;
}

/** Docker kills after ten seconds. A pass that is cut is as safe as one that was killed: the next start looks again. */
const usualStopMilliseconds = 9000;

export interface Running {
  /** Where it listens. */
  readonly url: string;
  /** Resolves when the first sweep is over and no pass waits or runs. */
  idle(): Promise<void>;
  /** Takes nothing new, finishes the running passes and ends; those that take too long are left. */
  stop(): Promise<void>;
}

/**
 * Starts the App: front, passes, sweep.
 * @param env `APP_ID`, `PRIVATE_KEY` or `PRIVATE_KEY_PATH`, `WEBHOOK_SECRET`, and if wanted `HOST`, `PORT`, `LOG_LEVEL`,
 * `GITHUB_API_URL`, `GITHUB_GRAPHQL_URL`, `GHE_HOST`, `SITREP_LEDGER_KEY`.
 * @throws one sentence that names the setting which is missing or wrong, or the port that is taken
 */
export async function start(env: Environment, options: StartOptions = {}): Promise<Running> {
  const settings = settingsOf(env, readKeyFile);
  if (settings.mode === 'refused') throw new Error(settings.why);
  if (settings.mode === 'set-up') throw new Error('APP_ID is missing: nothing says who the App is.');
  const clock = options.clock ?? (() => new Date().toISOString());
  const wires = await wiresOf(env, settings);
  const { log, app, clientFor } = wires;
  const services = createServices(readShipped(), sealWith(env.SITREP_LEDGER_KEY || settings.webhookSecret));
  const passes = new Passes({
    ...{ services, clientFor, clock, log, pace: options.pace },
    gatherMilliseconds: options.gatherMilliseconds,
  });
  const hearing: AppOptions = {
    wake: (...given) => passes.wake(...given),
    known: {
      slug: () => wires.slug(),
      marks: (repository) => services.marks.get(repository),
      isOpenIncident: (name) => services.incidents.has(name),
      isHeldBack: (outsider) => isHeldBack(services.heldBack, outsider, clock()),
    },
  };
  const startedAt = clock();
  let lastSweep: string | null = null;
  const front = createFront({
    verify: (body, signature) => isSigned(body, signature, settings.webhookSecret),
    receive: (event) => hearEvent(event, hearing),
    health: () => healthOf(passes, { startedAt, lastSweep }, clock()),
    failed: (error) => log.error({ reason: reasonOf(error) }, 'The front failed'),
  });
  const url = await listen(front, settings.host, settings.port);
  log.info({ url }, 'Sitrep is listening');
  const memory = new SweepMemory();
  const sweeps = everySoOften(options.sweepEveryMinutes ?? 10, log, async (first) => {
    await wires.learnSlug();
    await sweep({ app, clientFor, passes, services, clock, log, memory }, first);
    lastSweep = clock();
  });
  return {
    url,
    async idle() {
      await sweeps.first;
      await passes.idle();
    },
    async stop() {
      sweeps.stop();
      front.close();
      await Promise.race([passes.stop(), patience(options.stopMilliseconds ?? usualStopMilliseconds)]);
      log.info({ left: passes.running }, 'Sitrep has stopped');
      front.closeAllConnections();
    },
  };
}

/** In steps of a second: of the time for which the process itself was held up, or the machine slept, one counts at most. */
async function patience(milliseconds: number): Promise<void> {
  for (let left = milliseconds; left > 0; left -= 1000) await sleep(Math.min(left, 1000), null, { ref: false });
}

interface Process {
  readonly startedAt: string;
  /** When the last sweep ended; null: the first one has not. What it found to look at waits or runs by then. */
  readonly lastSweep: string | null;
}

interface Health extends Process {
  readonly ok: true;
  /** When a pass last ended well; null: none has yet. */
  readonly lastGoodPass: string | null;
  readonly secondsSinceLastGoodPass: number | null;
  readonly passesWaiting: number;
  readonly passesRunning: number;
}

function healthOf(passes: Passes, process: Process, now: string): Health & Record<string, unknown> {
  const { lastGoodAt, waiting, running } = passes;
  const age = lastGoodAt === null ? null : Math.max(0, Math.round((Date.parse(now) - Date.parse(lastGoodAt)) / 1000));
  return {
    ok: true,
    ...process,
    lastGoodPass: lastGoodAt,
    secondsSinceLastGoodPass: age,
    passesWaiting: waiting,
    passesRunning: running,
  };
}

async function main(): Promise<void> {
  if (existsSync('.env')) process.loadEnvFile('.env');
  const settings = settingsOf(process.env, readKeyFile);
  if (settings.mode === 'set-up') return setUp(settings.host, settings.port);
  process.on('uncaughtException', (error) => fail(lastWords(error)));
  const running = await start(process.env);
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.once(signal, () => void running.stop().then(() => process.exit(0)));
  }
}

function fail(why: string): void {
  console.error(why);
  process.exit(1);
}

if (import.meta.main) {
  main().catch((error: unknown) => fail(error instanceof Error ? error.message : 'Sitrep could not start'));
}
