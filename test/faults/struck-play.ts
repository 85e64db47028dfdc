// A story played with one write struck: nothing lost, nothing doubled, means the thread of a run without it.
import { Faults } from '../../sandbox/faults.ts';
import type { Strike } from '../../sandbox/strikes.ts';
import type { World } from '../../sandbox/world.ts';
import { beginWith, type Engine } from '../scenario/engine.ts';
import { type Played, playStory } from '../scenario/player.ts';
import { firstDifference } from '../scenario/same-thread.ts';
import type { Place } from '../scenario/stage.ts';
import type { Story } from '../scenario/story.ts';

/** A run without any blow: its thread, and how many documents carried what is to be struck. */
export interface Baseline {
  readonly thread: readonly string[];
  readonly documents: number;
}

const never = Number.POSITIVE_INFINITY;

/** @returns null where the story itself is not as told */
export async function baselineOf(story: Story, aim: Pick<Strike, 'fields' | 'holds'>): Promise<Baseline | null> {
  const faults = new Faults();
  const strike: Strike = { ...aim, nth: never, blow: { kind: 'lags', seconds: 0 } };
  const { differences, thread } = await playStruck(story, strike, { faults, restarts: false });
  return differences.length > 0 ? null : { thread, documents: faults.strikes.met };
}

export interface Striking {
  readonly faults: Faults;
  /** The process is a new one after the blow. */
  readonly restarts: boolean;
}

/** What is wrong after a struck run; empty: it ended as without the blow. */
export async function wrongAfter(story: Story, baseline: Baseline, strike: Strike, restarts: boolean): Promise<string> {
  const faults = new Faults();
  const { differences, thread } = await playStruck(story, strike, { faults, restarts });
  if (!faults.strikes.fell) return `the write ${strike.nth} of ${baseline.documents} never came`;
  const told = differences.map(({ line, path, expected, actual }) => `line ${line}, ${path}: ${expected} / ${actual}`);
  if (told.length > 0) return told.join('\n');
  const differs = firstDifference(baseline.thread, thread);
  return differs ? `without the blow:\n${differs.one}\n\nwith it:\n${differs.other}` : '';
}

function playStruck(story: Story, strike: Strike, { faults, restarts }: Striking): Promise<Played> {
  const begin = beginWith(null, () => faults);
  return playStory(story, {
    way: 'each',
    seed: 1,
    // What GitHub failed while it took the others can only be said behind them: each of them once, and one of them late.
    oneIsLate: strike.blow.kind === 'broken' && strike.blow.done === 'others',
    begin: (beginning, now) => {
      const { stage, engine } = begin(beginning, now);
      faults.strikes.aim(strike, stage.world);
      return { stage, engine: stubborn(engine, stage.world, { faults, restarts }) };
    },
  });
}

/** Tries again at once, as when the next word wakes it: stories are told by the minute, and the next line may need this one's pass. */
const tries = 8;
/** So often where looks lag: only time can help then, but being asked again must do no harm. */
const triesWhileBehind = 2;

function stubborn(engine: Engine, world: World, { faults, restarts }: Striking): Engine {
  let fresh = restarts;
  /** When somebody did anything last, or a pass wrote something or got no answer: a look may not show it yet, and the sweep looks again. */
  let news = '';
  const isShown = (): boolean => news === '' || Date.parse(world.now) - Date.parse(news) >= faults.lag * 1000;
  const settle = async (place: Place): Promise<boolean> => {
    for (let count = 0; count < tries; count += 1) {
      const before = engine.passes;
      const settled = await engine.settle(place);
      // More than one pass: the first one wrote something.
      if (!settled || engine.passes > before + 1) news = world.now;
      if (settled) return isShown();
      if (fresh && faults.strikes.fell) {
        fresh = false;
        engine.restart();
      }
      if (faults.lag > 0 && count + 1 >= triesWhileBehind) return false;
    }
    return false;
  };
  const touched = (place: Place): void => {
    news = world.now;
    engine.touched(place);
  };
  return new Proxy(engine, {
    get: (target, name) => {
      if (name === 'settle') return settle;
      if (name === 'touched') return touched;
      const value = Reflect.get(target, name, target) as unknown;
      return typeof value === 'function' ? value.bind(target) : value;
    },
    set: (target, name, value) => Reflect.set(target, name, value, target),
  });
}
