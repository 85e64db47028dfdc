// The stage of the demo: a sandbox with acme/ops and its people, and the real App (or another one) as a process of its own beside it.
import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { freePort } from '../free-port.ts';
import { type Act, type Sandbox, startSandbox } from '../server.ts';
import { settingsFor } from '../settings-for.ts';
import type { Dump } from '../world/dump.ts';
import { World } from '../world.ts';
import type { Told } from './follow-clock.ts';
import { people } from './story.ts';

export interface Stage {
  readonly sandbox: Sandbox;
  /** Sets the time of the story, for the sandbox and the App; it stands still there unless it is to run on. ISO */
  turnTo(now: string, still?: boolean): void;
  /** Lets somebody act over HTTP. @throws when GitHub itself says no. */
  act(login: string, act: Act): Promise<void>;
  /** Waits until every webhook was answered and no pass is waiting. */
  settled(): Promise<void>;
  dump(): Dump;
  /** What the App wrote to its log. */
  log(): string;
  close(): Promise<void>;
}

const repo = { owner: 'acme', name: 'ops' };
const root = join(import.meta.dirname, '../..');

/** What is other than in the demo. */
export interface Setting {
  /** Of the API; 0: any free one. */
  readonly port?: number;
  readonly world?: World;
  /** The App: it takes the settings of `npm start`, and its `/health` tells what waits and runs. */
  readonly program?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** It looks around when it starts, as ours does; usual. */
  readonly sweeps?: boolean;
}

/** Sets the stage: the App listens, and its first sweep is over. */
export async function setStage(setting: Setting = {}): Promise<Stage> {
  const {
    port = 0,
    world = worldOf(),
    program = join(import.meta.dirname, 'app.ts'),
    env = {},
    sweeps = true,
  } = setting;
  const webhookSecret = randomBytes(24).toString('hex');
  const sandbox = await startSandbox({ world, port, webhookSecret, clock: 'still', webhookPatience: 120_000 });
  const appPort = await freePort();
  const settings = { ...settingsFor(sandbox, webhookSecret), PORT: String(appPort), LOG_LEVEL: 'info' };
  const app = startApp(program, { ...settings, ...env });
  sandbox.clock.tell((now, still) => {
    if (app.connected) app.send({ now, still } satisfies Told);
  });
  const turnTo = (now: string, still = true): void => sandbox.clock.set(now, still);
  turnTo(sandbox.clock.now);
  const lines: string[] = [];
  for (const stream of [app.stdout, app.stderr]) stream?.on('data', (chunk: Buffer) => lines.push(chunk.toString()));
  const home = `http://127.0.0.1:${appPort}`;
  try {
    await until(
      async () => (await healthOf(home)) !== null,
      () => `The App did not start:\n${lines.join('')}`,
    );
    // The App's first sweep is its own cost, not that of the first report.
    if (sweeps)
      await until(
        () => hasSwept(home),
        () => `The App did not end its first sweep:\n${lines.join('')}`,
      );
  } catch (error) {
    await ended(app);
    await sandbox.close();
    throw error;
  }
  sandbox.pointTo(`${home}/api/github/webhooks`);
  return {
    sandbox,
    turnTo,
    act: (login, act) => post(`${sandbox.url}/_sandbox/people/${login}`, act),
    settled: () =>
      until(
        () => isQuiet(sandbox, home),
        () => `The App did not come to rest:\n${lines.slice(-20).join('')}`,
      ),
    dump: () => world.dump(),
    log: () => lines.join(''),
    close: async () => {
      sandbox.pointTo(undefined);
      await ended(app);
      await sandbox.close();
    },
  };
}

/** The world before the story. */
function worldOf(): World {
  const world = new World({ now: '2026-03-02T09:59:00Z' });
  for (const login of Object.keys(people)) world.addUser(login);
  world.createRepository(repo.owner, repo.name, { files: { 'README.md': '# acme operations\n' } });
  for (const [login, permission] of Object.entries(people)) world.setPermission(repo, login, permission);
  return world;
}

function startApp(program: string, settings: Readonly<Record<string, string>>): ChildProcess {
  return spawn(process.execPath, ['--disable-warning=ExperimentalWarning', program], {
    env: { ...process.env, ...settings } as NodeJS.ProcessEnv,
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
}

async function hasSwept(home: string): Promise<boolean> {
  const health = await healthOf(home);
  return typeof health?.lastSweep === 'string' && health.passesWaiting === 0 && health.passesRunning === 0;
}

async function isQuiet(sandbox: Sandbox, home: string): Promise<boolean> {
  await sandbox.deliveries.idle();
  const health = await healthOf(home);
  return health?.passesWaiting === 0 && health.passesRunning === 0;
}

interface Health {
  readonly lastSweep?: string | null;
  readonly passesWaiting: number;
  readonly passesRunning: number;
}

async function healthOf(home: string): Promise<Health | null> {
  try {
    const answer = await fetch(`${home}/health`);
    return (await answer.json()) as Health;
  } catch {
    return null;
  }
}

async function post(url: string, body: unknown): Promise<void> {
  const answer = await fetch(url, { method: 'POST', body: JSON.stringify(body) });
  if (!answer.ok) throw new Error(`${url}: ${answer.status} ${await answer.text()}`);
}

/** Asks until it holds, some minutes at the most: a machine may be slow. */
async function until(holds: () => Promise<boolean>, complaint: () => string): Promise<void> {
  for (let tries = 0; tries < 4000; tries += 1) {
    if (await holds()) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(complaint());
}

function ended(app: ChildProcess): Promise<void> {
  if (app.exitCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    app.once('exit', () => resolve());
    app.kill('SIGTERM');
  });
}
