// A bad post before the App itself: over real HTTP, signed, with its own sweeps.
import { setTimeout as sleep } from 'node:timers/promises';
import { jest } from '@jest/globals';
import { startSandbox } from '../../sandbox/server.ts';
import { settingsFor } from '../../sandbox/settings-for.ts';
import { sealWith } from '../../src/core/seal.ts';
import { start } from '../../src/start.ts';
import { chanceOf } from '../scenario/chance.ts';
import { play } from '../scenario/play.ts';
import { firstDifference, threadOf, withoutReminders } from '../scenario/same-thread.ts';
import { Stage } from '../scenario/stage.ts';
import { httpStory } from './http-story.ts';
import { openPostOffice } from './post-office.ts';

jest.setTimeout(600_000);
const secret = 'the secret of the post office';

/** @param seed null: the post is good */
async function played(seed: number | null) {
  const stage = new Stage(httpStory, httpStory.given[0]!.at);
  const { world } = stage;
  const sandbox = await startSandbox({ world, webhookSecret: secret, clock: 'still', webhookPatience: 120_000 });
  const usual = { clock: () => sandbox.clock.now, gatherMilliseconds: 5, pace: null, sweepEveryMinutes: 0.01 };
  const app = await start(settingsFor(sandbox, secret), usual);
  const office = await openPostOffice(app.url, seed === null ? null : chanceOf(seed));
  sandbox.pointTo(office.url);
  const sweeps = () => sandbox.requests.byRoute['GET /app/installations'] ?? 0;
  /** Until two more sweeps have begun: the first of them is over then. */
  const swept = async (): Promise<void> => {
    await sandbox.deliveries.idle();
    const before = sweeps();
    while (sweeps() < before + 2) await sleep(100);
    await app.idle();
  };
  try {
    for (const line of httpStory.given) {
      sandbox.clock.set(line.at, true);
      world.now = line.at;
      // Who closes an issue does so in the state that Sitrep has brought it to.
      if (line.act.verb === 'close') await swept();
      play(stage, line, httpStory.file);
    }
    await swept();
    await office.bringTheRest();
    await swept();
    await swept();
    // Which lines a sweep comes between hangs on the machine, and so does what runs out before somebody has done it.
    return { thread: withoutReminders(threadOf(stage, sealWith(secret))), told: office.told() };
  } finally {
    sandbox.pointTo(undefined);
    await app.stop();
    await office.close();
    await sandbox.close();
  }
}

test('lost, tripled, late and in any order over real HTTP: the same thread, for the sweeps find the rest', async () => {
  const { thread, told } = await played(null);
  expect(told.lost).toBe(0);
  const others = await Promise.all([1, 2, 3, 4].map(played));
  expect(others.map((other) => firstDifference(thread, other.thread))).toEqual([null, null, null, null]);
  expect(others.reduce((sum, other) => sum + other.told.lost, 0)).toBeGreaterThan(5);
});
