// Webhooks lost, tripled, late and in any order: the thread is as if all had come.
import { badPosts } from '../faults/bad-posts.ts';
import type { Soak } from './frame.ts';

const atOnce = 50;

/** So many stories. */
export const soak: Soak = {
  name: 'webhooks',
  times: 1000,
  async run({ seed, times, say }) {
    const wrong: string[] = [];
    for (let done = 0; done < times; done += atOnce) {
      const some = Math.min(atOnce, times - done);
      wrong.push(...(await badPosts(seed + done, some)));
      say(`${done + some} stories, ${wrong.length} ended in another thread`);
    }
    if (wrong.length > 0) throw new Error(wrong.join('\n\n'));
  },
};
