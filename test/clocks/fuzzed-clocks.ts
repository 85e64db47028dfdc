// Stories under fuzzed clocks beside the same ones in which every clock was right: what differs in the end.
import fc from 'fast-check';
import type { Handbook } from '../../src/core/handbook.ts';
import { resolve, shipped } from '../config/ground.ts';
import { told } from '../scenario/random-story.ts';
import { firstDifference } from '../scenario/same-thread.ts';
import type { Story } from '../scenario/story.ts';
import { clockStory, troublesOf } from './clock-story.ts';
import { livedThrough, type Trouble } from './lived.ts';

export interface Fuzzing {
  readonly seed: number;
  /** Stories under each handbook. */
  readonly times: number;
  /** Days that go by when everybody is silent. */
  readonly days: number;
}

export interface Fuzzed {
  readonly stories: number;
  /** What came by itself in all of them. */
  readonly came: number;
  readonly troubles: number;
}

const day = 86_400;

/** @throws with the story, its troubles and the first difference */
export async function fuzzedClocks({ seed, times, days }: Fuzzing): Promise<Fuzzed> {
  const sum = { stories: 0, came: 0, troubles: 0 };
  for (const id of Object.keys(shipped)) {
    const handbook: Handbook = resolve(`handbook: ${id}\n`).handbook;
    const lives = clockStory(handbook).chain((story) => fc.tuple(fc.constant(story), troublesOf(story, days * day)));
    // A failing story is told as it is: to make it smaller would take as long again and again.
    for (const [story, troubles] of fc.sample(lives, { numRuns: times, seed })) {
      const { came, wrong } = await compared(story, troubles, days);
      if (wrong !== null) throw new Error([id, told(story), JSON.stringify(troubles), wrong].join('\n\n'));
      sum.came += came;
      sum.stories += 1;
      sum.troubles += troubles.length;
    }
  }
  return sum;
}

/** @returns what is wrong; null: nothing */
async function compared(story: Story, troubles: readonly Trouble[], days: number) {
  // Over a year nobody looks at the clock each minute here.
  const living = { silence: days * day, poll: days > 30 ? 3600 : 60 };
  const [calm, lived] = [
    await livedThrough(story, { ...living, troubles: [] }),
    await livedThrough(story, { ...living, troubles }),
  ];
  const differs = firstDifference(calm.record, lived.record);
  const found = [
    ...[calm, lived].flatMap(({ twice, complaints }) => [...twice.map((one) => `twice: ${one}`), ...complaints]),
    ...(differs ? [`all clocks right:\n${differs.one}\n\nfuzzed:\n${differs.other}`] : []),
  ];
  return { came: lived.came, wrong: found.length > 0 ? found.join('\n') : null };
}
