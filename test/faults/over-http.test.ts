// Blows as they come over real HTTP: the App's own client, tokens and waits stand in between.
import { setTimeout as sleep } from 'node:timers/promises';
import { jest } from '@jest/globals';
import { type Sandbox, startSandbox } from '../../sandbox/server.ts';
import type { Blow, Strike } from '../../sandbox/strikes.ts';
import { sealWith } from '../../src/core/seal.ts';
import { type Running, start } from '../../src/start.ts';
import { play } from '../scenario/play.ts';
import { firstDifference, threadOf } from '../scenario/same-thread.ts';
import { home, ours, Stage } from '../scenario/stage.ts';
import { blows, cutBlows } from './blows.ts';
import { httpStory } from './http-story.ts';
import { struckKinds, struckPin } from './struck-kinds.ts';

jest.setTimeout(600_000);
const secret = 'the secret of who is struck';

interface Ended {
  readonly thread: readonly string[];
  /** Keys of our comments that are pinned. */
  readonly pinned: readonly unknown[];
  /** The blow fell. */
  readonly fell: boolean;
}

/** How the story ends. GitHub's pace has tests of its own. */
async function played(strike: Strike | null): Promise<Ended> {
  const stage = new Stage(httpStory, httpStory.given[0]!.at);
  const { world } = stage;
  const sandbox = await startSandbox({ world, webhookSecret: secret, clock: 'still' });
  const env = {
    ...{ APP_ID: String(sandbox.appId), PRIVATE_KEY: sandbox.privateKey, WEBHOOK_SECRET: secret },
    ...{ GITHUB_API_URL: sandbox.url, GITHUB_GRAPHQL_URL: sandbox.graphqlUrl },
    ...{ HOST: '127.0.0.1', PORT: '0', LOG_LEVEL: 'fatal' as const },
  };
  // The App's clock goes on while GitHub's stands: it waits some seconds where it cannot know what became of a write.
  let since = performance.now();
  const clock = () => new Date(Date.parse(sandbox.clock.now) + performance.now() - since).toISOString();
  const app = await start(env, { clock, gatherMilliseconds: 5, pace: null });
  sandbox.pointTo(app.url);
  if (strike) sandbox.faults.strikes.aim(strike, world);
  try {
    for (const line of httpStory.given) {
      sandbox.clock.set(line.at, true);
      world.now = line.at;
      since = performance.now();
      play(stage, line, httpStory.file);
      await rest(sandbox, app);
    }
    expect(sandbox.requests.invalid).toEqual([]);
    const pinned = ours(stage, stage.issue({ ...home, number: 1 })).flatMap(({ key, comment }) =>
      comment.pinned ? [key] : [],
    );
    return { thread: threadOf(stage, sealWith(secret)), pinned, fell: sandbox.faults.strikes.fell };
  } finally {
    sandbox.pointTo(undefined);
    await app.stop();
    await sandbox.close();
  }
}

/** Nothing is on its way, and nothing was asked for a while: what takes an event in wakes the queue a moment after it answered. */
async function rest(sandbox: Sandbox, app: Running): Promise<void> {
  const { requests } = sandbox;
  for (let before = -1; before !== requests.graphql + requests.rest; ) {
    before = requests.graphql + requests.rest;
    await sleep(400);
    await sandbox.deliveries.idle();
    await app.idle();
  }
}

/** GitHub names the wait: a second is enough to see that it is kept. */
const briefly: Blow = { kind: 'limited', status: 429, retryAfter: 1, writes: 0 };
const { card, comment, labels } = struckKinds;

const struck: readonly (readonly [string, Strike])[] = [
  ['the card', { ...card, nth: 2, blow: blows['done, then 502']! }],
  ['the card', { ...card, nth: 3, blow: blows['done, then a broken connection']! }],
  ['the card', { ...card, nth: 1, blow: cutBlows['cut, then a timeout']! }],
  ['a reply', { ...comment, nth: 1, blow: blows['errors and no data, all done']! }],
  ['a reply', { ...comment, nth: 1, blow: blows['one field failed, the others done']! }],
  ['a label', { ...labels, nth: 2, blow: blows['the next look is older than the write']! }],
  ['the pull request', { ...struckKinds['pull request'], nth: 1, blow: blows['done, then a timeout']! }],
  ['the pin', { ...struckPin, nth: 1, blow: blows['nothing done, 502']! }],
  ['the pin', { ...struckPin, nth: 1, blow: blows['done, then a broken connection']! }],
  ['the pin', { ...struckPin, nth: 1, blow: briefly }],
  ['the branch', { ...struckKinds.ref, nth: 1, blow: briefly }],
];

test('struck over real HTTP, the story ends in the same thread', async () => {
  const { thread, pinned } = await played(null);
  expect(pinned).toEqual(['card']);
  const came = await Promise.all(
    struck.map(async ([what, strike]) => {
      const other = await played(strike);
      const differs = firstDifference(thread, other.thread);
      return { what, blow: strike.blow, fell: other.fell, pinned: other.pinned, differs };
    }),
  );
  expect(came).toEqual(came.map((each) => ({ ...each, fell: true, pinned: ['card'], differs: null })));
});
