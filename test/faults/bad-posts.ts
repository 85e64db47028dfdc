// Stories that nobody wrote, each heard through a good post and through a bad one of a seed.
import fc from 'fast-check';
import { resolve, shipped } from '../config/ground.ts';
import { randomStory, randomStoryUnder, told } from '../scenario/random-story.ts';
import { firstDifference } from '../scenario/same-thread.ts';
import { badPost, goodPost, heardThrough } from './bad-post.ts';

const lines = { minLength: 5, maxLength: 25 };
/** Under each handbook that we ship, in its own words. */
const anyStory = fc.oneof(
  randomStory(lines),
  ...Object.keys(shipped).map((id) => randomStoryUnder(resolve(`handbook: ${id}\n`).handbook, lines)),
);

/** @returns what went wrong, each with how to see it again */
export async function badPosts(seed: number, times: number): Promise<readonly string[]> {
  const stories = fc.sample(anyStory, { seed, numRuns: times });
  const wrong: string[] = [];
  for (const [place, story] of stories.entries()) {
    const good = await heardThrough(goodPost, story, 0);
    const bad = await heardThrough(badPost, story, seed + place);
    const differs = firstDifference(good, bad);
    if (!differs) continue;
    const shown = `all in order:\n${differs.one}\n\nby a bad post:\n${differs.other}\n\n${told(story)}`;
    wrong.push(`seed ${seed}, the ${place + 1}th:\n${shown}`);
  }
  return wrong;
}
