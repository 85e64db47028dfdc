// Lives in which our clock is not GitHub's while people act: what of the laws did not hold.
import fc from 'fast-check';
import { resolve, shipped } from '../config/ground.ts';
import { told } from '../scenario/random-story.ts';
import { type BesideGitHub, besideGitHub } from './beside-github.ts';
import { brokenLaws, busiestDay, manyADay } from './clock-laws.ts';
import { type Lived, livedThrough } from './lived.ts';

export interface BesideFuzzing {
  readonly seed: number;
  /** Lives under each handbook. */
  readonly times: number;
  /** Days of silence at the end. */
  readonly days: number;
}

export interface BesideFuzzed {
  readonly lives: number;
  readonly troubles: number;
  /** What came by itself in all of them. */
  readonly came: number;
  /** In how many of them the App came later than the incident. */
  readonly late: number;
  readonly reminders: number;
  /** The most reminders and calls that one issue had in a day. */
  readonly busiest: number;
}

/** @throws with the story, its troubles and what did not hold */
export async function fuzzedBesideGitHub({ seed, times, days }: BesideFuzzing): Promise<BesideFuzzed> {
  const sum = { lives: 0, troubles: 0, came: 0, late: 0, reminders: 0, busiest: 0 };
  for (const [nth, id] of Object.keys(shipped).entries()) {
    const { handbook } = resolve(`handbook: ${id}\n`);
    // Under the same seed each handbook would have the same troubles.
    const lives = fc.sample(besideGitHub(handbook, days), { numRuns: times, seed: seed + nth * 1000 });
    for (const [place, life] of lives.entries()) {
      const { story, ...rest } = life;
      const lived = await livedThrough(story, { ...rest, poll: 60 });
      const broken = [...brokenLaws(life, lived), ...(await bursts(life, lived))];
      if (broken.length > 0)
        throw new Error([`${id}, life ${place}`, told(story), JSON.stringify(rest), ...broken].join('\n\n'));
      sum.lives += 1;
      sum.troubles += life.troubles.length;
      sum.came += lived.came;
      sum.late += life.installed > 0 ? 1 : 0;
      sum.reminders += lived.passes.flatMap(({ said }) => said.filter((key) => key.startsWith('reminder:'))).length;
      sum.busiest = Math.max(sum.busiest, busiestDay(lived.passes));
    }
  }
  return sum;
}

/** A handbook may call out the time every ten minutes: what a wrong clock adds to a full day is little beside what right clocks make of it. */
async function bursts({ story, ...life }: BesideGitHub, { passes }: Lived): Promise<readonly string[]> {
  const most = busiestDay(passes);
  if (most <= manyADay) return [];
  const right = await livedThrough(story, { ...life, troubles: [], poll: 60 });
  const usual = busiestDay(right.passes) + 2 * life.troubles.length;
  return most > usual ? [`${most} reminders and calls in a day, where right clocks make at most ${usual}`] : [];
}
