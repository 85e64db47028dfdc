// The App as `npm start` starts it (or another server): a process of its own, whose memory, time, words and end can be watched.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from '../../sandbox/free-port.ts';
import { root } from '../app/spawned.ts';

export interface AppEnded {
  readonly code: number | null;
  readonly signal: string | null;
}

export interface ServedApp {
  readonly url: string;
  readonly port: number;
  /** MB of 2^20 bytes that are resident now. */
  megabytes(): Promise<number>;
  /** How many MB were resident at the most since the last asking, above what there were then. */
  growth(): Promise<number>;
  /** MB of the heap that are in use once garbage was collected. */
  live(): Promise<number>;
  /** Seconds of the processor that it took so far, all its threads together. */
  processor(): Promise<number>;
  /** Connections that it holds. */
  sockets(): Promise<number>;
  health(): Promise<{ readonly passesWaiting: number; readonly passesRunning: number }>;
  /** All that it has said so far, on both outputs. */
  said(): string;
  /** Holds it up for so long: nothing of it runs, and its timers have come when it goes on. */
  holdUp(milliseconds: number): Promise<void>;
  /** Ends it, if it has not ended. */
  end(signal?: NodeJS.Signals): Promise<AppEnded>;
}

// Loaded before the App. No file of ours: it must not change what is measured.
const teller = `data:text/javascript,${encodeURIComponent(`
  let before = process.memoryUsage.rss();
  let peak = before;
  let highest = process.resourceUsage().maxRSS;
  let watching;
  process.on('message', (asked) => {
    const now = process.memoryUsage.rss();
    if (asked === 'megabytes') return process.send(now / 2 ** 20);
    const { user, system } = process.cpuUsage();
    if (asked === 'processor') return process.send((user + system) / 1e6);
    if (asked === 'sockets') return process.send(process.getActiveResourcesInfo().filter((one) => one === 'TCPSocketWrap').length);
    if (asked === 'live') {
      globalThis.gc();
      return process.send(process.memoryUsage().heapUsed / 2 ** 20);
    }
    watching ??= setInterval(() => { peak = Math.max(peak, process.memoryUsage.rss()); }, 5).unref();
    const reached = process.resourceUsage().maxRSS;
    // What was between two looks counts where it is more than ever before.
    const most = Math.max(peak, now, reached > highest ? reached * 1024 : 0);
    process.send((most - before) / 2 ** 20);
    [before, peak, highest] = [now, now, reached];
  });
  process.channel?.unref();
`)}`;

const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
  readonly scripts: { readonly start: string };
};

/** What `npm start` gives Node to run. */
export const npmStart: readonly string[] = scripts.start.split(' ').slice(1);

/**
 * Starts it with these settings, and waits until it listens. @param program what Node is given to run
 * @throws when it ends instead, with what it said
 */
export async function serveApp(
  settings: Readonly<Record<string, string>>,
  program: readonly string[] = npmStart,
): Promise<ServedApp> {
  const port = await freePort();
  const env = { PATH: process.env.PATH, ...settings, PORT: String(port) };
  const given = ['--expose-gc', '--disable-warning=ExperimentalWarning', '--import', teller, ...program];
  const child = spawn(process.execPath, given, { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe', 'ipc'] });
  const said: string[] = [];
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (data: Buffer) => said.push(data.toString()));
  const ended = once(child, 'close').then(([code, signal]) => ({ code, signal }) as AppEnded);
  const app = appOf(child, port, ended, () => said.join(''));
  await listening(app, ended);
  return app;
}

function appOf(child: ChildProcess, port: number, ended: Promise<AppEnded>, said: () => string): ServedApp {
  const url = `http://127.0.0.1:${port}`;
  const ask = async (what: string): Promise<number> => {
    const answer = once(child, 'message');
    child.send(what);
    return Number((await answer)[0]);
  };
  return {
    ...{ url, port, said },
    megabytes: () => ask('megabytes'),
    growth: () => ask('growth'),
    live: () => ask('live'),
    processor: () => ask('processor'),
    sockets: () => ask('sockets'),
    async health() {
      return (await (await fetch(`${url}/health`)).json()) as Awaited<ReturnType<ServedApp['health']>>;
    },
    async holdUp(milliseconds) {
      child.kill('SIGSTOP');
      await sleep(milliseconds);
      child.kill('SIGCONT');
    },
    end(signal = 'SIGKILL') {
      if (child.exitCode === null && child.signalCode === null) child.kill(signal);
      return ended;
    },
  };
}

async function listening(app: ServedApp, ended: Promise<AppEnded>): Promise<void> {
  let over = false;
  void ended.then(() => {
    over = true;
  });
  for (;;) {
    if (over) throw new Error(`The App ended instead of listening:\n${app.said()}`);
    if (await app.health().catch(() => null)) return;
    await sleep(50);
  }
}
