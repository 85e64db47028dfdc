// The law of waking: between now and the next wake nothing changes, whenever one looks; and whoever looks then brings what is due.
import { jest } from '@jest/globals';
import fc from 'fast-check';
import type { Handbook } from '../src/core/handbook.ts';
import { clockStory } from './clocks/clock-story.ts';
import { resolve, shipped, shown } from './config/ground.ts';
import { chanceOf } from './scenario/chance.ts';
import { beginWith } from './scenario/engine.ts';
import { playStory } from './scenario/player.ts';
import { told } from './scenario/random-story.ts';
import { home, type Place } from './scenario/stage.ts';
import { plusSeconds } from './scenario/times.ts';

const begin = beginWith(null);
/** `LAWS_SEED=7 LAWS_TIMES=10 npm run jest -- test/laws` looks further. */
const seed = Number(process.env.LAWS_SEED ?? 2026);
const times = Number(process.env.LAWS_TIMES ?? 1);
jest.setTimeout(600_000 * times);

const first: Place = { ...home, number: 1 };
/** Wakes of a story that nobody goes on with. */
const wakes = 6;
const year = 365 * 86_400;

/** @throws where another one would stand in for it: its stories would be told in the wrong words */
function handbookOf(id: string): Handbook {
  const { handbook, problems } = resolve(`handbook: ${id}\n`);
  if (handbook.id !== id) throw new Error(`${id} does not stand: ${problems.map(shown).join('; ')}`);
  return handbook;
}

/** Some moments before another one, the last second before it among them. */
function momentsBefore(at: string, now: string, chance: () => number): readonly string[] {
  const seconds = Math.round((Date.parse(at) - Date.parse(now)) / 1000);
  const some = [chance()].map((share) => Math.floor(share * seconds));
  return [...new Set([...some, seconds - 1])].sort((one, other) => one - other).map((after) => plusSeconds(now, after));
}

test.each(Object.keys(shipped))(
  '%s: nothing changes before the next wake, and that is no other meanwhile',
  async (id) => {
    const handbook = handbookOf(id);
    const story = clockStory(handbook);
    let woken = 0;
    const holds = fc.asyncProperty(story, fc.nat(), async (each, number) => {
      const chance = chanceOf(number);
      const played = await playStory(each, { way: 'each', seed: 1, begin, lenient: true });
      expect(played.differences).toEqual([]);
      const { stage, engine } = played;
      const next = (): Promise<string | null> => {
        engine.restart();
        engine.touched(first);
        return engine.nextAt(first);
      };
      for (let count = 0; count < wakes; count += 1) {
        await engine.settle(first);
        const { now } = stage.world;
        const at = await next();
        for (const moment of momentsBefore(at ?? plusSeconds(now, year), now, chance)) {
          stage.world.now = moment;
          const seen = { at: moment, next: await next(), effects: (await engine.plan(first)).map(({ kind }) => kind) };
          expect([told(each), seen]).toEqual([told(each), { at: moment, next: at, effects: [] }]);
        }
        if (at === null) return;
        stage.world.now = at;
        woken += 1;
      }
    });
    await fc.assert(holds, { numRuns: 2 * times, seed, endOnFailure: true });
    // What never wakes would hold any law; of a handbook without clocks hardly anything comes by itself.
    if (handbook.clocks.length > 0) expect(woken).toBeGreaterThan(0);
  },
);
