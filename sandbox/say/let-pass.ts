// Lets the time of the sandbox pass, so that clocks run out while somebody looks on.
import { setTimeout as sleep } from 'node:timers/promises';
import { atRest } from './at-rest.ts';
import type { Doors } from './doors.ts';
import { whatCame } from './what-came.ts';

/** Minutes. The App is never far behind: what it says late it would say to be late. */
const step = 5;
/** The App looks at its clock once a second. */
const lookMilliseconds = 1100;
/** Minutes at once. */
export const longestWait = 240;

/** What came in one issue in the last step. */
export interface Came {
  /** ISO. */
  readonly at: string;
  readonly number: number;
  readonly paragraphs: readonly string[];
}

/** Goes on in steps of some minutes and waits after each until the App is at rest; gives what came of itself, as it comes. */
export async function* letPass(doors: Doors, minutes: number): AsyncGenerator<Came> {
  let { seen: before } = await atRest(doors);
  const began = Date.parse(await doors.now());
  for (let passed = 0; passed < minutes; ) {
    passed = Math.min(minutes, passed + step);
    await doors.turnTo(new Date(began + passed * 60_000).toISOString());
    await sleep(lookMilliseconds);
    const [{ seen }, at] = [await atRest(doors), await doors.now()];
    for (const { number } of seen.issues) {
      const paragraphs = whatCame(before, seen, number);
      if (paragraphs.length > 0) yield { at, number, paragraphs };
    }
    before = seen;
  }
}
