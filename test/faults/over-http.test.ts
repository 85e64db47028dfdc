// Blows as they come over real HTTP: the App's own client, tokens and waits stand in between.
import { setTimeout as sleep } from 'node:timers/promises';
import { jest } from '@jest/globals';
import { type Sandbox, startSandbox } from '../../sandbox/server.ts';
import { settingsFor } from '../../sandbox/settings-for.ts';
import type { Blow, Strike } from '../../sandbox/strikes.ts';
import { sealWith } from '../../src/core/seal.ts';
import { type Running, start } from '../../src/start.ts';
import { play } from '../scenario/play.ts';
import { firstDifference, threadOf, withoutReminders } from '../scenario/same-thread.ts';
import { home, ours, Stage } from '../scenario/stage.ts';
import type { Line } from '../scenario/story.ts';
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

/** An App over its own sandbox that has played the first line of the story. GitHub's pace has tests of its own. */
async function begin(strike: Strike | null): Promise<{ readonly end: () => Promise<Ended> }> {
  const stage = new Stage(httpStory, httpStory.given[0]!.at);
  const { world } = stage;
  const sandbox = await startSandbox({ world, webhookSecret: secret, clock: 'still', webhookPatience: 120_000 });
  // The App's clock goes on while GitHub's stands: it waits some seconds where it cannot know what became of a write.
  let since = performance.now();
  const clock = () => new Date(Date.parse(sandbox.clock.now) + performance.now() - since).toISOString();
  const app = await start(settingsFor(sandbox, secret), { clock, gatherMilliseconds: 5, pace: null });
  sandbox.pointTo(app.url);
  if (strike) sandbox.faults.strikes.aim(strike, world);
  const act = async (line: Line): Promise<void> => {
    sandbox.clock.set(line.at, true);
    world.now = line.at;
    since = performance.now();
    play(stage, line, httpStory.file);
    await rest(sandbox, app);
  };
  const [first, ...others] = httpStory.given;
  await act(first!);
  const own = () => ours(stage, stage.issue({ ...home, number: 1 }));
  const pinned = () => own().flatMap(({ key, comment }) => (comment.pinned ? [key] : []));
  const end = async (): Promise<Ended> => {
    for (const line of others) await act(line);
    // No pass waits for a pin: it goes in a gap, and again some seconds later where no answer came.
    for (let count = 0; count < 300 && pinned().length === 0; count += 1) await sleep(100);
    sandbox.pointTo(undefined);
    await app.stop();
    await sandbox.close();
    expect(sandbox.requests.invalid).toEqual([]);
    // Our clock goes on as fast as the machine does, so what runs out may be found late, and is then reminded of otherwise.
    const thread = withoutReminders(threadOf(stage, sealWith(secret)));
    return { thread, pinned: pinned(), fell: sandbox.faults.strikes.fell };
  };
  return { end };
}

/** Nothing is on its way, nothing is done, and nothing was asked since. */
async function rest(sandbox: Sandbox, app: Running): Promise<void> {
  const { requests } = sandbox;
  for (let before = -1; before !== requests.graphql + requests.rest; ) {
    before = requests.graphql + requests.rest;
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
  const begun: Awaited<ReturnType<typeof begin>>[] = [];
  // One after the other: in one process Octokit asks for one token for all that ask at the same time, whichever GitHub they ask.
  for (const strike of [null, ...struck.map(([, one]) => one)]) begun.push(await begin(strike));
  const [calm, ...others] = await Promise.all(begun.map(({ end }) => end()));
  expect(calm?.pinned).toEqual(['card']);
  const came = others.map(({ thread, pinned, fell }, index) => {
    const [what, { blow }] = struck[index]!;
    return { what, blow, fell, pinned, differs: firstDifference(calm!.thread, thread) };
  });
  expect(came).toEqual(came.map((each) => ({ ...each, fell: true, pinned: ['card'], differs: null })));
});
