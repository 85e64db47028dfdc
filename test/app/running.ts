// The real App against the sandbox over real HTTP: generated key, real secret, signed webhooks.
import { setTimeout as sleep } from 'node:timers/promises';
import { type Sandbox, startSandbox } from '../../sandbox/server.ts';
import { settingsFor } from '../../sandbox/settings-for.ts';
import { World } from '../../sandbox/world.ts';
import { type Running, start } from '../../src/start.ts';

export const secret = 'webhook secret of the tests';
export const repo = { owner: 'acme', name: 'ops' } as const;
export const report = '### Severity\n\nSev-1\n\n### Summary\n\nNobody can pay\n\n### Symptoms\n\n500s\n';

export interface Stage {
  readonly world: World;
  readonly sandbox: Sandbox;
  readonly app: Running;
  /** Sets the time of the world. */
  at(time: string): void;
  /** Resolves when no webhook is on its way and no pass waits or runs. */
  quiet(): Promise<void>;
  /** The same, after the App has seen what time it is: it does what is due by then. */
  rung(): Promise<void>;
  end(): Promise<void>;
}

/** The App looks at its clock so often, in milliseconds. */
const secondOfAlarms = 1000;

export function smallWorld(): World {
  const world = new World({ now: '2026-03-02T10:00:00Z' });
  world.createRepository('acme', 'ops');
  world.setPermission(repo, 'ada', 'maintain');
  world.setPermission(repo, 'bob', 'write');
  return world;
}

/** @param before acts on the world before the App starts: what it missed. */
export async function stage(before: (world: World) => void = () => {}): Promise<Stage> {
  const world = smallWorld();
  before(world);
  const sandbox = await startSandbox({ world, webhookSecret: secret, clock: 'still', webhookPatience: 120_000 });
  const usual = { clock: () => sandbox.clock.now, gatherMilliseconds: 5, pace: null };
  const app = await start(settingsFor(sandbox, secret), usual);
  sandbox.pointTo(app.url);
  const quiet = async () => {
    await sandbox.deliveries.idle();
    await app.idle();
  };
  const rung = async () => {
    await sleep(2 * secondOfAlarms);
    await quiet();
  };
  await quiet();
  return {
    world,
    sandbox,
    app,
    quiet,
    rung,
    at(time) {
      sandbox.clock.set(time, true);
      world.now = time;
    },
    async end() {
      await app.stop();
      await sandbox.close();
    },
  };
}
