// `npm start`: the App in production, or Probot's set-up page while nothing is configured.
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { run } from 'probot';
import { sitrep } from './app.ts';
import { sealWith } from './core/seal.ts';
import { createServices } from './footing.ts';
import { createFront } from './front.ts';
import { reasonOf } from './log.ts';
import { createPasses, type Passes } from './passes.ts';
import { everySoOften } from './repeat.ts';
import { readShipped } from './shipped.ts';
import { sweep } from './sweep.ts';
import { type Environment, wiresOf } from './wires.ts';

export interface StartOptions {
  /** Our clock; ISO. */
  readonly clock?: () => string;
  readonly gatherMilliseconds?: number;
  readonly sweepEveryMinutes?: number;
}

export interface Running {
  /** Where it listens. */
  readonly url: string;
  /** Resolves when no pass waits or runs. */
  idle(): Promise<void>;
  /** Finishes the running passes and ends. */
  stop(): Promise<void>;
}

/** Whether there is enough to be an App; without it the set-up page is shown. */
export function isConfigured(env: Environment): boolean {
  return Boolean(env.APP_ID && (env.PRIVATE_KEY || env.PRIVATE_KEY_PATH));
}

/**
 * Starts the App: front, passes, sweep.
 * @param env `APP_ID`, `PRIVATE_KEY` or `PRIVATE_KEY_PATH`, `WEBHOOK_SECRET`, and if wanted `HOST`, `PORT`, `LOG_LEVEL`,
 * `GITHUB_API_URL`, `GITHUB_GRAPHQL_URL`, `GHE_HOST`, `SITREP_LEDGER_KEY`.
 * @throws without a webhook secret: then anybody could wake us
 */
export async function start(env: Environment, options: StartOptions = {}): Promise<Running> {
  const secret = env.WEBHOOK_SECRET;
  if (!secret) throw new Error("WEBHOOK_SECRET is missing: without it nobody could tell GitHub's webhooks from others");
  const clock = options.clock ?? (() => new Date().toISOString());
  const wires = await wiresOf(env);
  const { probot, log, app, clientFor } = wires;
  const services = createServices(readShipped(), sealWith(env.SITREP_LEDGER_KEY || secret));
  const passes = createPasses({ services, clientFor, clock, log, gatherMilliseconds: options.gatherMilliseconds });
  sitrep(probot, {
    wake: passes.wake,
    known: { slug: () => wires.slug(), marks: (repository) => services.marks.get(repository) },
  });
  const startedAt = clock();
  const front = createFront({
    verify: (body, signature) => probot.webhooks.verify(body, signature),
    receive: (event) => void wires.receive(event),
    health: () => healthOf(passes, startedAt, clock()),
    failed: (error) => log.error({ reason: reasonOf(error) }, 'The front failed'),
  });
  const url = await listen(front, env);
  log.info({ url }, 'Sitrep is listening');
  const sweeps = everySoOften(options.sweepEveryMinutes ?? 10, log, async (first) => {
    await wires.learnSlug();
    await sweep({ app, clientFor, passes, services, clock, log }, first);
  });
  return {
    url,
    idle: () => sweeps.first.then(() => passes.idle()),
    async stop() {
      sweeps.stop();
      front.close();
      await passes.stop();
      front.closeAllConnections();
    },
  };
}

interface Health {
  readonly ok: true;
  readonly startedAt: string;
  /** When a pass last ended well; null: none has yet. */
  readonly lastGoodPass: string | null;
  readonly secondsSinceLastGoodPass: number | null;
  readonly passesWaiting: number;
  readonly passesRunning: number;
}

function healthOf(passes: Passes, startedAt: string, now: string): Health & Record<string, unknown> {
  const { lastGoodAt, waiting, running } = passes;
  const age = lastGoodAt === null ? null : Math.max(0, Math.round((Date.parse(now) - Date.parse(lastGoodAt)) / 1000));
  return {
    ok: true,
    startedAt,
    lastGoodPass: lastGoodAt,
    secondsSinceLastGoodPass: age,
    passesWaiting: waiting,
    passesRunning: running,
  };
}

async function listen(front: Server, { HOST, PORT }: Environment): Promise<string> {
  const host = HOST || 'localhost';
  front.listen(PORT ? Number(PORT) : 3000, host);
  await once(front, 'listening');
  const { port } = front.address() as AddressInfo;
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
}

async function main(): Promise<void> {
  if (existsSync('.env')) process.loadEnvFile('.env');
  if (!isConfigured(process.env)) {
    await run(() => {});
    return;
  }
  const running = await start(process.env);
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.once(signal, () => void running.stop().then(() => process.exit(0)));
  }
}

if (import.meta.main) {
  main().catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : 'Sitrep could not start');
    process.exit(1);
  });
}
