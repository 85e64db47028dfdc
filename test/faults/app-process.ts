// The App as a process of its own beside a sandbox, to be killed.
import { type ChildProcess, spawn } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Told } from '../../sandbox/demo/follow-clock.ts';
import { freePort } from '../../sandbox/free-port.ts';
import type { Sandbox } from '../../sandbox/server.ts';
import { settingsFor } from '../../sandbox/settings-for.ts';
import type { Point } from './points.ts';

export interface AppProcess {
  readonly webhooks: string;
  /** Its clock stands still there (ISO) until it is told another time. */
  turnTo(now: string): void;
  /** The point and which write it is are counted from here on. */
  arm(): void;
  /** Dies at once. */
  kill(): void;
  readonly dead: boolean;
  /** Resolves when it is dead. */
  readonly died: Promise<void>;
  /** It listens, and no pass waits or runs. */
  isIdle(): Promise<boolean>;
  /** The same, and its first sweep is over. */
  hasLooked(): Promise<boolean>;
  log(): string;
}

export interface Deadly {
  readonly point: Point;
  /** Which write, from 1. */
  readonly count: number;
  /** Its clock leaps ahead so many seconds when it is armed. */
  readonly leap?: number;
}

const root = join(import.meta.dirname, '../..');

/** Starts the App with an ear for webhooks at a port of its own; it may not listen yet. */
export async function startApp(sandbox: Sandbox, secret: string, deadly: Deadly | null): Promise<AppProcess> {
  const port = await freePort();
  const settings = {
    ...settingsFor(sandbox, secret),
    ...{ PORT: String(port), LOG_LEVEL: 'info' as const },
    STORY_NOW: sandbox.clock.now,
    ...(deadly
      ? { DEADLY_POINT: deadly.point, DEADLY_COUNT: String(deadly.count), STORY_LEAP: String(deadly.leap ?? 0) }
      : {}),
  };
  const child = spawn(
    process.execPath,
    ['--import', join(import.meta.dirname, 'deadly-wire.ts'), join(import.meta.dirname, 'killed-app.ts')],
    {
      env: { PATH: process.env.PATH, NODE_COMPILE_CACHE: join(tmpdir(), 'sitrep-compile-cache'), ...settings },
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    },
  );
  return processOf(child, `http://127.0.0.1:${port}`);
}

function processOf(child: ChildProcess, home: string): AppProcess {
  const lines: string[] = [];
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk: Buffer) => lines.push(chunk.toString()));
  let dead = false;
  const died = new Promise<void>((resolve) => {
    child.once('exit', () => {
      dead = true;
      resolve();
    });
  });
  return {
    webhooks: `${home}/api/github/webhooks`,
    turnTo: (now) => {
      if (child.connected) child.send({ now, still: true } satisfies Told);
    },
    arm: () => void child.kill('SIGUSR2'),
    kill: () => void child.kill('SIGKILL'),
    get dead() {
      return dead;
    },
    died,
    isIdle: async () => isIdle(await healthOf(home)),
    hasLooked: async () => {
      const health = await healthOf(home);
      return isIdle(health) && typeof health?.lastSweep === 'string';
    },
    log: () => lines.join(''),
  };
}

type Health = Readonly<Record<string, unknown>>;

const isIdle = (health: Health | null): boolean => health?.passesWaiting === 0 && health.passesRunning === 0;

/** Null: it does not listen. */
async function healthOf(home: string): Promise<Health | null> {
  try {
    return (await (await fetch(`${home}/health`)).json()) as Health;
  } catch {
    return null;
  }
}
