// When issues of a story become due by themselves: however seldom Sitrep looks, it looks then.
import type { Engine } from './engine.ts';
import type { Place, Stage } from './stage.ts';

/** An issue on which something becomes due. */
export interface Due {
  readonly place: Place;
  /** ISO UTC. */
  readonly at: string;
}

/** What is known of the deadlines of every issue; an issue that a line touched is looked at again. */
export class Deadlines {
  readonly #stage: Stage;
  readonly #engine: Engine;
  readonly #known = new Map<string, string | null>();

  constructor(stage: Stage, engine: Engine) {
    this.#stage = stage;
    this.#engine = engine;
  }

  /** Something was said or done there. */
  changed(places: readonly Place[]): void {
    for (const place of places) {
      this.#known.delete(nameOf(place));
      this.#engine.touched(place);
    }
  }

  /** The first deadline that is still to come before a moment of the story; null: there is none. */
  async next(before: string): Promise<Due | null> {
    const { now } = this.#stage.world;
    const all: Due[] = [];
    for (const { place } of this.#stage.issues()) {
      const at = await this.#dueAt(place);
      if (at !== null && at > now && at < before) all.push({ place, at });
    }
    return all.sort((one, other) => (one.at < other.at ? -1 : one.at > other.at ? 1 : 0))[0] ?? null;
  }

  async #dueAt(place: Place): Promise<string | null> {
    const name = nameOf(place);
    const known = this.#known.get(name);
    if (known !== undefined && (known === null || known > this.#stage.world.now)) return known;
    const at = await this.#engine.nextAt(place);
    this.#known.set(name, at);
    return at;
  }
}

function nameOf({ owner, name, number }: Place): string {
  return `${owner}/${name}#${number}`;
}
