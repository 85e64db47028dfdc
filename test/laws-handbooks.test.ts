// The laws of docs/architecture.md under each handbook that we ship, in its own words.
import { jest } from '@jest/globals';
import fc from 'fast-check';
import type { Handbook } from '../src/core/handbook.ts';
import { resolve, shipped, shown } from './config/ground.ts';
import { beginWith } from './scenario/engine.ts';
import { playStory } from './scenario/player.ts';
import { randomStoryUnder, told } from './scenario/random-story.ts';
import { firstDifference, withoutReminders } from './scenario/same-thread.ts';
import type { Story } from './scenario/story.ts';
import type { Way } from './scenario/ways.ts';

const begin = beginWith(null);
/** `LAWS_SEED=7 LAWS_TIMES=10 npm run jest -- test/laws` looks further. */
const seed = Number(process.env.LAWS_SEED ?? 2026);
const times = Number(process.env.LAWS_TIMES ?? 1);
jest.setTimeout(600_000 * times);

/** @throws where another one would stand in for it: its stories would be told in the wrong words */
function handbookOf(id: string): Handbook {
  const { handbook, problems } = resolve(`handbook: ${id}\n`);
  if (handbook.id !== id) throw new Error(`${id} does not stand: ${problems.map(shown).join('; ')}`);
  return handbook;
}

async function threadOf(story: Story, way: Way, chance: number): Promise<readonly string[]> {
  const played = await playStory(story, { way, seed: chance, begin, lenient: true, cutsByChance: true });
  const wrong = played.differences.map(({ line, path, actual }) => `${way}, line ${line}, ${path}: ${actual}`);
  expect(`${wrong.join('\n')}${wrong.length > 0 ? `\n${told(story)}` : ''}`).toBe('');
  return played.thread;
}

describe.each(Object.keys(shipped))('%s', (id) => {
  const story = randomStoryUnder(handbookOf(id), { minLength: 5, maxLength: 20 });

  test.each(['once', 'crash', 'shuffle'] as const)('settled, calm, and the same thread: each and %s', async (way) => {
    const property = fc.asyncProperty(story, fc.nat(), async (each, chance) => {
      const threads = [await threadOf(each, 'each', chance), await threadOf(each, way, chance)];
      const [one = [], other = []] = way === 'crash' ? threads : threads.map(withoutReminders);
      const differs = firstDifference(one, other);
      expect(differs ? `each:\n${differs.one}\n\n${way}:\n${differs.other}\n\n${told(each)}` : '').toBe('');
    });
    await fc.assert(property, { numRuns: (way === 'once' ? 10 : 5) * times, seed });
  });
});
