// A scenario file played the ways asked for, with the law that ties them: the same thread whichever way.
import type { Difference } from './difference.ts';
import { beginWith } from './engine.ts';
import { type Played, playStory } from './player.ts';
import { firstDifference, withoutReminders } from './same-thread.ts';
import type { Story } from './story.ts';
import type { Way } from './ways.ts';

export interface Run {
  readonly ways: readonly Way[];
  readonly seed: number;
  /** Told every stage of every pass, as text. */
  readonly show: ((text: string) => void) | null;
}

/** What came of one way. */
export interface Outcome {
  readonly way: Way;
  readonly differences: readonly Difference[];
}

/** Plays a story each way asked for. No differences at all: it is as told. @throws NotAScenario */
export async function runStory(story: Story, run: Run): Promise<readonly Outcome[]> {
  const played: Played[] = [];
  for (const way of run.ways) {
    run.show?.(`== ${way} ==`);
    const begin = beginWith(run.show);
    played.push(await playStory(story, { way, seed: run.seed, begin }));
    // The law says any prefix: a second time, the cuts are by chance.
    if (way === 'crash') played.push(await playStory(story, { way, seed: run.seed, begin, cutsByChance: true }));
  }
  const [first] = played;
  const outcomes = played.map((each) => ({
    way: each.way,
    differences: each.differences.length > 0 || !first ? each.differences : sameThread(first, each),
  }));
  return run.ways.map((way) => {
    const ofWay = outcomes.filter((outcome) => outcome.way === way);
    return { way, differences: ofWay.find(({ differences }) => differences.length > 0)?.differences ?? [] };
  });
}

function differenceOf(first: Played, other: Played) {
  const looksLate = [first, other].some(({ way }) => way === 'once' || way === 'shuffle');
  const [one, two] = [first.thread, other.thread].map((thread) => (looksLate ? withoutReminders(thread) : thread));
  return firstDifference(one ?? [], two ?? []);
}

function sameThread(first: Played, other: Played): readonly Difference[] {
  const differs = first.differences.length === 0 ? differenceOf(first, other) : null;
  if (!differs) return [];
  const path = `law "the same thread": ${first.way} and ${other.way}`;
  return [{ line: 1, path, expected: differs.one, actual: differs.other }];
}
