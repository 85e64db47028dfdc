// Plays a story one way, looks where it says to look, and holds the laws on what came of it.
import { chanceOf } from './chance.ts';
import { compareLook } from './compare.ts';
import { Deadlines } from './deadlines.ts';
import type { Difference } from './difference.ts';
import type { Engine } from './engine.ts';
import { calmLaw, settledLaw } from './final-laws.ts';
import { momentsOf } from './moments.ts';
import { placesOf, play } from './play.ts';
import { threadOf } from './same-thread.ts';
import { Missing, type Place, type Stage } from './stage.ts';
import { type Line, type Look, NotAScenario, type Story } from './story.ts';
import { plusSeconds } from './times.ts';
import { type Walk, type Way, walkOf } from './ways.ts';

export interface Played {
  readonly way: Way;
  readonly differences: readonly Difference[];
  /** The world at the end, the same for every way that keeps the law. */
  readonly thread: readonly string[];
  readonly passes: number;
  /** The world as it ended, to go on with. */
  readonly stage: Stage;
  readonly engine: Engine;
}

export interface Playing {
  readonly way: Way;
  readonly seed: number;
  /** Makes the world and what passes over it. */
  readonly begin: (story: Story, now: string) => { readonly stage: Stage; readonly engine: Engine };
  /** `crash` only: killed after any effect, by chance of the seed, instead of after the first, the second, … */
  readonly cutsByChance?: boolean;
  /** A line that cannot be is left out (for stories that nobody wrote). */
  readonly lenient?: boolean;
  /** One comment may stand later than told. */
  readonly oneIsLate?: boolean;
}

/** Plays a story. @throws NotAScenario when GitHub itself would not let it happen. */
export async function playStory(story: Story, playing: Playing): Promise<Played> {
  const { way, begin } = playing;
  const start = story.given[0]?.at ?? story.looks[0]?.at ?? '2026-03-02T00:00:00Z';
  const { stage, engine } = begin(story, start);
  const player = new Player(story, stage, engine, playing);
  const differences = await sound(engine, async () => {
    await player.play();
    return player.differences;
  });
  const thread = threadOf(stage, engine.glasses.seal);
  if (differences.length > 0) return { way, differences, thread, passes: engine.passes, stage, engine };
  const broken = await sound(engine, async () => [
    ...(await settledLaw(stage, engine)),
    ...(await calmLaw(stage, engine)),
  ]);
  return { way, differences: broken, thread, passes: engine.passes, stage, engine };
}

/** A pass that breaks, or never ends, is a difference at the line that was being played. */
async function sound(engine: Engine, run: () => Promise<readonly Difference[]>): Promise<readonly Difference[]> {
  try {
    return await run();
  } catch (error) {
    if (error instanceof NotAScenario) throw error;
    const actual = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return [{ line: engine.at, path: 'a pass', expected: 'comes to an end', actual }];
  }
}

class Player {
  readonly differences: Difference[] = [];
  readonly #story: Story;
  readonly #stage: Stage;
  readonly #engine: Engine;
  readonly #walk: Walk;
  readonly #lenient: boolean;
  readonly #oneIsLate: boolean;
  readonly #deadlines: Deadlines;
  /** Until when nothing wakes the app; null: it is awake. */
  #asleepUntil: string | null = null;
  /** Issues whose pass GitHub did not let happen. */
  #owed: readonly Place[] = [];

  constructor(
    story: Story,
    stage: Stage,
    engine: Engine,
    { way, seed, cutsByChance = false, lenient = false, oneIsLate = false }: Playing,
  ) {
    this.#lenient = lenient;
    this.#oneIsLate = oneIsLate;
    this.#story = story;
    this.#stage = stage;
    this.#engine = engine;
    this.#deadlines = new Deadlines(stage, engine);
    const settle = (places: readonly Place[]) => this.#pass(places, (place) => engine.settle(place));
    const cuts = cutsByChance ? chanceOf(seed) : null;
    const stumble = (places: readonly Place[]) => this.#pass(places, (place) => engine.stumble(place, cuts));
    const all = (): readonly Place[] => [
      ...[...stage.issues(), ...stage.pulls()].map(({ place }) => place),
      ...stage.gone,
    ];
    this.#walk = walkOf(way, { settle, stumble, all }, chanceOf(seed));
  }

  /** Lines and looks in their order, as far as the story can go. */
  async play(): Promise<void> {
    for (const moment of momentsOf(this.#story)) {
      if ('expected' in moment) await this.look(moment);
      else if (!(await this.line(moment))) break;
    }
    await this.endOutage(true);
  }

  /** @returns false when the story cannot go on: Sitrep did not make what the line needs. */
  async line(line: Line): Promise<boolean> {
    const { world } = this.#stage;
    this.#engine.at = line.line;
    await this.#until(line.at);
    world.now = line.at;
    try {
      await this.#walk.before(this.#stage, line);
      world.now = line.at;
      play(this.#stage, line, this.#story.file);
    } catch (error) {
      if (this.#lenient && (error instanceof Missing || error instanceof NotAScenario)) return true;
      if (!(error instanceof Missing)) throw error;
      this.differences.push({ line: line.line, path: line.sentence, expected: 'can be done', actual: error.message });
      return false;
    }
    const { act } = line;
    if (act.verb === 'fail') this.#fail(act.fault);
    if (act.verb === 'down') this.#asleepUntil = act.until;
    // GitHub tells nobody at once of a changed permission; the story means that it holds from here on.
    if (act.verb === 'permit' || act.verb === 'become') this.#engine.restart();
    const places = placesOf(this.#stage, line);
    this.#deadlines.changed(places);
    await this.#walk.after(places);
    return true;
  }

  async look(look: Look): Promise<void> {
    await this.#until(look.at);
    const { world } = this.#stage;
    if (look.at > world.now) world.now = look.at;
    this.#engine.at = look.line;
    await this.#walk.finish();
    await this.#payOff(null);
    try {
      const scene = { stage: this.#stage, glasses: this.#engine.glasses, oneIsLate: this.#oneIsLate };
      this.differences.push(...compareLook(scene, look));
    } catch (error) {
      if (!(error instanceof Missing)) throw error;
      this.differences.push({ line: look.line, path: 'look', expected: 'can be seen', actual: error.message });
    }
  }

  #fail(fault: string): void {
    const lost = this.#engine.fail(fault);
    if (lost !== null) this.#asleepUntil = lost;
  }

  /** Lets the time pass in which the app comes back, tries again what GitHub did not let it do, and does what becomes due. */
  async #until(at: string): Promise<void> {
    if (this.#asleepUntil !== null && this.#asleepUntil <= at) await this.endOutage(false);
    while (this.#asleepUntil === null) {
      const due = await this.#deadlines.next(at);
      if (!due) break;
      await this.#payOff(due.at);
      this.#stage.world.now = due.at;
      this.#deadlines.changed([due.place]);
      await this.#walk.due(due.place);
    }
    await this.#payOff(at);
  }

  /** The app is back: its sweep looks at everything. */
  async endOutage(atTheEnd: boolean): Promise<void> {
    if (this.#asleepUntil === null) return;
    const { world } = this.#stage;
    if (this.#asleepUntil > world.now) world.now = this.#asleepUntil;
    this.#asleepUntil = null;
    this.#engine.restart();
    await this.#walk.finish();
    if (atTheEnd) await this.#payOff(null);
  }

  async #pass(places: readonly Place[], pass: (place: Place) => Promise<boolean>): Promise<void> {
    if (this.#asleepUntil !== null && this.#asleepUntil > this.#stage.world.now) return;
    for (const place of places) {
      const done = await pass(place);
      const others = this.#owed.filter((owed) => owed.number !== place.number || owed.name !== place.name);
      this.#owed = done ? others : [...others, place];
    }
  }

  /** Tries owed passes again, a little later each time, up to the next moment of the story (null: as long as it takes). */
  async #payOff(until: string | null): Promise<void> {
    const { world } = this.#stage;
    for (let tries = 0; this.#owed.length > 0 && tries < 30; tries += 1) {
      const later = plusSeconds(world.now, 10);
      if (until !== null && later >= until) return;
      world.now = later;
      await this.#pass(this.#owed, (place) => this.#engine.settle(place));
    }
  }
}
