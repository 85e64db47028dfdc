// The laws of docs/architecture.md over threads that fast-check makes. Over the scenarios they are held by scenarios.test.ts.
import { jest } from '@jest/globals';
import fc from 'fast-check';
import { beginWith } from './scenario/engine.ts';
import { playStory } from './scenario/player.ts';
import { randomStory, told } from './scenario/random-story.ts';
import { firstDifference, withoutReminders } from './scenario/same-thread.ts';
import type { Story } from './scenario/story.ts';
import type { Way } from './scenario/ways.ts';

const begin = beginWith(null);
/** `LAWS_SEED=7 LAWS_TIMES=10 npm run jest -- test/laws` looks further. */
const seed = Number(process.env.LAWS_SEED ?? 2026);
const times = Number(process.env.LAWS_TIMES ?? 1);
jest.setTimeout(600_000 * times);
const play = (story: Story, way: Way, chance = 1) =>
  playStory(story, { way, seed: chance, begin, lenient: true, cutsByChance: true });

async function expectSound(story: Story, way: Way, chance = 1) {
  const played = await play(story, way, chance);
  const wrong = played.differences.map(({ line, path, actual }) => `${way}, line ${line}, ${path}: ${actual}`);
  expect(`${wrong.join('\n')}${wrong.length > 0 ? `\n${told(story)}` : ''}`).toBe('');
  return played;
}

/** Two ways of the same story end in the same thread. */
async function expectSame(story: Story, ways: readonly [Way, Way], chance = 1) {
  const [one, other] = [await expectSound(story, ways[0], chance), await expectSound(story, ways[1], chance)];
  const seldom = ways.some((way) => way === 'once' || way === 'shuffle');
  const threads = [one, other].map(({ thread }) => (seldom ? withoutReminders(thread) : thread));
  const differs = firstDifference(threads[0] ?? [], threads[1] ?? []);
  const shown = differs && `${ways[0]}:\n${differs.one}\n\n${ways[1]}:\n${differs.other}\n\n${told(story)}`;
  expect(shown ?? '').toBe('');
}

test('settled, calm: after a pass nothing is left to do, and an hour later neither', async () => {
  const story = randomStory({ minLength: 5, maxLength: 25 });
  await fc.assert(
    fc.asyncProperty(story, async (each) => void (await expectSound(each, 'each'))),
    { numRuns: 10 * times, seed },
  );
});

test('batching: a pass per step or as few as possible give the same thread', async () => {
  const story = randomStory({ minLength: 5, maxLength: 25 });
  await fc.assert(
    fc.asyncProperty(story, (each) => expectSame(each, ['each', 'once'])),
    { numRuns: 20 * times, seed },
  );
});

test('crash: killed after any effect, the next process reaches the same thread', async () => {
  const story = randomStory({ minLength: 5, maxLength: 15 });
  const property = fc.asyncProperty(story, fc.nat(), (each, chance) => expectSame(each, ['each', 'crash'], chance));
  await fc.assert(property, { numRuns: 10 * times, seed });
});

test('twice: every wake-up twice, and in any order, gives the same thread', async () => {
  const story = randomStory({ minLength: 5, maxLength: 25 });
  const property = fc.asyncProperty(story, fc.nat(), (each, chance) => expectSame(each, ['each', 'shuffle'], chance));
  await fc.assert(property, { numRuns: 15 * times, seed });
});
