// Blows chosen by a seed: which story, which write of it, which blow, and whether the process goes on or is a new one.
import { globSync } from 'node:fs';
import { join, relative } from 'node:path';
import { type Chance, chanceOf } from '../scenario/chance.ts';
import { parseStory } from '../scenario/parse.ts';
import type { Story } from '../scenario/story.ts';
import { blows, cutBlows } from './blows.ts';
import { kindNames, type StruckKind, struckKinds } from './struck-kinds.ts';
import { type Baseline, baselineOf, wrongAfter } from './struck-play.ts';

/** What is struck: a kind of write, or a document cut in the middle at any of them. */
export type Struck = StruckKind | 'cut';
export const allStruck: readonly Struck[] = [...kindNames, 'cut'];

export interface Injecting {
  readonly struck: Struck;
  /** Paths of the scenarios that are played. */
  readonly files: readonly string[];
  readonly seed: number;
  readonly times: number;
}

const root = join(import.meta.dirname, '..', 'scenarios');

/** Scenarios by their names below `test/scenarios`; none: all in which GitHub does not fail by itself. */
export function scenarioFiles(names: readonly string[] = []): readonly string[] {
  const found = names.length > 0 ? names.map((name) => `${name}.yml`) : globSync('**/*.yml', { cwd: root }).sort();
  return found.map((name) => relative(process.cwd(), join(root, name)));
}

/** Plays so many struck stories. @returns what went wrong, each with how to see it again */
export async function inject({ struck, files, seed, times }: Injecting): Promise<readonly string[]> {
  const wrong: string[] = [];
  for (let count = 0; count < times; count += 1) {
    const chance = chanceOf(seed * 100_003 + count);
    const told = await injectOnce(struck, files, chance);
    if (told !== null) wrong.push(`${struck}, seed ${seed}, the ${count + 1}th: ${told}`);
  }
  return wrong;
}

async function injectOnce(struck: Struck, files: readonly string[], chance: Chance): Promise<string | null> {
  const kind = struck === 'cut' ? pick(kindNames, chance) : struck;
  const [file, story, baseline] = await storyWith(kind, files, chance);
  const [name, blow] = pick(Object.entries(struck === 'cut' ? cutBlows : blows), chance);
  const nth = 1 + Math.floor(chance() * baseline.documents);
  const restarts = chance() < 0.5;
  const wrong = await wrongAfter(story, baseline, { ...struckKinds[kind], nth, blow }, restarts);
  if (wrong === '') return null;
  return `${file}, ${kind} ${nth} of ${baseline.documents}, "${name}"${restarts ? ', then a new process' : ''}\n${wrong}`;
}

const stories = new Map<string, Story>();
const baselines = new Map<string, Baseline | null>();

/** A story in which there is something to strike. */
async function storyWith(
  kind: StruckKind,
  files: readonly string[],
  chance: Chance,
): Promise<readonly [string, Story, Baseline]> {
  let left = files;
  while (left.length > 0) {
    const file = pick(left, chance);
    const story = stories.get(file) ?? parseStory(file);
    stories.set(file, story);
    const key = `${kind} ${file}`;
    const baseline = baselines.has(key) ? baselines.get(key)! : await calmBaseline(story, kind);
    baselines.set(key, baseline);
    if (baseline) return [file, story, baseline];
    left = left.filter((other) => other !== file);
  }
  throw new Error(`no story has anything to strike of ${kind}`);
}

async function calmBaseline(story: Story, kind: StruckKind): Promise<Baseline | null> {
  if (story.given.some(({ act }) => act.verb === 'fail' || act.verb === 'down')) return null;
  const baseline = await baselineOf(story, struckKinds[kind]);
  return baseline && baseline.documents > 0 ? baseline : null;
}

function pick<T>(list: readonly T[], chance: Chance): T {
  return list[Math.floor(chance() * list.length)]!;
}
