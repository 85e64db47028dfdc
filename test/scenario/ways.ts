// The four ways to play a story: when Sitrep passes, and what befalls it meanwhile.
import { type Chance, shuffled } from './chance.ts';
import { needsPass } from './needs-pass.ts';
import type { Place, Stage } from './stage.ts';
import type { Line } from './story.ts';

export const ways = ['once', 'each', 'crash', 'shuffle'] as const;
export type Way = (typeof ways)[number];

/** What a way may let Sitrep do. */
export interface Hands {
  /** Passes on these issues until nothing is left to do. */
  settle(places: readonly Place[]): Promise<void>;
  /** The same, but killed after the first effect, then after the second, … with a new process each time. */
  stumble(places: readonly Place[]): Promise<void>;
  /** Every issue there is. */
  all(): readonly Place[];
}

/** A way, told what happens; `places` are the issues that a line was about. */
export interface Walk {
  before(stage: Stage, line: Line): Promise<void>;
  after(places: readonly Place[]): Promise<void>;
  /** Something became due on an issue although nobody said a word. */
  due(place: Place): Promise<void>;
  /** Before a look, and before the app goes away or comes back. */
  finish(): Promise<void>;
}

/** How a way is walked. `chance` is only asked by `shuffle`. */
export function walkOf(way: Way, hands: Hands, chance: Chance): Walk {
  switch (way) {
    case 'once':
      return seldom(hands);
    case 'each':
      return always(hands.settle, hands);
    case 'crash':
      return always(hands.stumble, hands);
    case 'shuffle':
      return atRandom(hands, chance);
  }
}

/** A pass after each line. */
function always(pass: Hands['settle'], { all }: Hands): Walk {
  return {
    before: async () => {},
    after: pass,
    due: (place) => pass([place]),
    finish: () => pass(all()),
  };
}

/** As few passes as the story allows. */
function seldom(hands: Hands): Walk {
  let dirty = false;
  const finish = async (): Promise<void> => {
    dirty = false;
    await hands.settle(hands.all());
  };
  return {
    before: async (stage, line) => {
      if (needsPass(stage, line, dirty)) await finish();
    },
    after: async () => {
      dirty = true;
    },
    due: (place) => hands.settle([place]),
    finish,
  };
}

/** A wake-up waits for three lines at most: GitHub is late, not silent. */
const longestWait = 3;

interface Waking {
  readonly place: Place;
  readonly since: number;
}

/** Every wake-up twice, in an order of chance, some of them lines later. */
function atRandom(hands: Hands, chance: Chance): Walk {
  let waiting: readonly Waking[] = [];
  let count = 0;
  const finish = async (): Promise<void> => {
    waiting = [];
    await hands.settle(hands.all());
  };
  return {
    before: async (stage, line) => {
      if (needsPass(stage, line, waiting.length > 0)) await finish();
    },
    after: async (places) => {
      count += 1;
      const wakings = places.map((place) => ({ place, since: count }));
      waiting = shuffled([...waiting, ...wakings, ...wakings], chance);
      const now = waiting.filter(({ since }) => count - since >= longestWait || chance() < 0.4);
      waiting = waiting.filter((waking) => !now.includes(waking));
      for (const { place } of now) await hands.settle([place]);
    },
    due: (place) => hands.settle([place]),
    finish,
  };
}
