// What passes over the world: the real look, the real plan and the real writes, in this process.

import { inProcess } from '../../sandbox/client.ts';
import { Faults, parseFault } from '../../sandbox/faults.ts';
import { lookAtConfig, type Review, reviewConfig } from '../../src/config-review.ts';
import type { Effect } from '../../src/core/effect.ts';
import type { Services } from '../../src/footing.ts';
import type { GitHub } from '../../src/github/client.ts';
import { nameOf } from '../../src/github/name-of.ts';
import { overOctokit } from '../../src/github/octokit.ts';
import { Unanswered } from '../../src/github/unanswered.ts';
import { lookAt } from '../../src/look-at.ts';
import { type Pass, reconcile } from '../../src/reconcile.ts';
import type { Chance } from './chance.ts';
import { handbookOf } from './handbook-of.ts';
import type { Glasses } from './look.ts';
import { newProcess, resolveFiles, seal } from './new-process.ts';
import { octokitOver } from './octokit-over.ts';
import { shownStages } from './show.ts';
import { type Place, Stage } from './stage.ts';
import type { Beginning } from './story.ts';
import { plusSeconds } from './times.ts';

export interface Engine {
  /** Passes until nothing is left to do. @returns false when GitHub did not let it. */
  settle(place: Place): Promise<boolean>;
  /** The same, killed after the first effect, the second, … (or by chance after any) with a new process each time. */
  stumble(place: Place, chance: Chance | null): Promise<boolean>;
  /** What a pass would do now. */
  plan(place: Place): Promise<readonly Effect[]>;
  /** When the next thing becomes due on an issue by itself, if a pass were made now; null: nothing does. */
  nextAt(place: Place): Promise<string | null>;
  /** Something was said or done there: what the last pass told of it is old. */
  touched(place: Place): void;
  /** A new process: nothing is remembered but what GitHub holds. */
  restart(): void;
  /** GitHub fails from here on. @returns until when webhooks are lost, or null. */
  fail(fault: string): string | null;
  readonly glasses: Glasses;
  /** Passes made so far. */
  readonly passes: number;
  /** Line of the file that is being played, for what goes wrong in a pass. */
  at: number;
}

/** More passes than this for one word mean that it never settles. */
const mostPasses = 6;
const mostStumbles = 120;

/** A world for a story, and the engine over it; `faults`: how its GitHub fails, beside what the story says. */
export function beginWith(show: ((text: string) => void) | null, faults: () => Faults = () => new Faults()) {
  return (story: Beginning, now: string): { readonly stage: Stage; readonly engine: Engine } => {
    const stage = new Stage(story, now);
    return { stage, engine: new InProcessEngine(stage, show, faults()) };
  };
}

class InProcessEngine implements Engine {
  readonly glasses: Glasses;
  passes = 0;
  at = 1;
  readonly #stage: Stage;
  readonly #faults: Faults;
  readonly #show: ((text: string) => void) | null;
  readonly #github: GitHub;
  /** What becomes due on issues whose last pass found nothing to do: no look is needed to tell. */
  readonly #told = new Map<string, string | null>();
  #services: Services = newProcess();
  /** Until when a new process cannot tell how old its looks are. */
  #blindUntil = '';

  constructor(stage: Stage, show: ((text: string) => void) | null, faults: Faults) {
    this.#stage = stage;
    this.#faults = faults;
    this.#show = show;
    this.#github = overOctokit(octokitOver(inProcess(stage.world, { kind: 'app' }, { faults })));
    this.glasses = { seal, handbookOf: (entries) => handbookOf(stage, entries, resolveFiles) };
  }

  restart(): void {
    this.#services = newProcess();
    // A process that starts takes longer than GitHub's looks lag: none could tell the difference otherwise.
    if (this.#faults.lag > 0) this.#blindUntil = plusSeconds(this.#stage.world.now, this.#faults.lag);
  }

  fail(fault: string): string | null {
    const order = parseFault(fault, this.#stage.world.now);
    this.#faults.order(order, this.#stage.world);
    return order.kind === 'loses webhooks' ? order.until : null;
  }

  async plan(place: Place): Promise<readonly Effect[]> {
    const given = [this.#github, place, this.#stage.world.now, this.#services] as const;
    const review = this.#isPull(place) ? await lookAtConfig(...given) : 'settled';
    const seen = await lookAt(...given);
    return [
      ...(typeof review === 'string' ? [] : review.planned),
      ...(typeof seen === 'string' ? [] : seen.plan.effects),
    ];
  }

  async nextAt(place: Place): Promise<string | null> {
    const told = this.#told.get(nameOf(place));
    if (told === null || (told !== undefined && told > this.#stage.world.now)) return told;
    if (this.#stage.world.now < this.#blindUntil) return this.#blindUntil;
    try {
      const seen = await lookAt(this.#github, place, this.#stage.world.now, this.#services);
      if (seen === 'stale') return this.#laterOn();
      return typeof seen === 'string' ? null : seen.plan.nextAt;
    } catch (error) {
      if (isGitHubs(error)) return this.#laterOn();
      throw error;
    }
  }

  /** Nobody knows what is due: it is looked again, as the app does. */
  #laterOn(): string {
    return plusSeconds(this.#stage.world.now, 60);
  }

  touched(place: Place): void {
    this.#told.delete(nameOf(place));
  }

  async settle(place: Place): Promise<boolean> {
    for (let pass = 1; pass <= mostPasses; pass += 1) {
      const left = await this.#pass(place);
      if (left === 'settled') return true;
      if (left === 'later') return false;
    }
    throw new Unsettled(this.at, place, await this.plan(place));
  }

  async stumble(place: Place, chance: Chance | null): Promise<boolean> {
    for (let count = 1; count <= mostStumbles; count += 1) {
      // In order the k-th death is after the k-th effect; by chance it may be after any.
      const cut = chance ? 1 + Math.floor(chance() * (await this.plan(place)).length) : count;
      const left = await this.#pass(place, cut);
      this.restart();
      if (left === 'settled') return true;
      if (left === 'later') return false;
    }
    throw new Unsettled(this.at, place, await this.plan(place));
  }

  /** One pass; `cut`: it is killed after that many effects. */
  async #pass(place: Place, cut?: number): Promise<'settled' | 'more' | 'later'> {
    const { now } = this.#stage.world;
    if (now < this.#blindUntil) return 'later';
    this.passes += 1;
    try {
      if (this.#show) await this.#tell(place, this.#show);
      const { outcome, applied, nextAt } = await this.#work(place, cut);
      if (outcome === 'settled' && nextAt !== undefined) this.#told.set(nameOf(place), nextAt);
      else this.touched(place);
      if (outcome === 'stale') return 'later';
      // What stands already is refused again and again until a look shows it: the app lets some seconds pass, too.
      if (this.#faults.lag > 0 && applied.some(({ faults }) => faults.length > 0)) return 'later';
      return outcome === 'changed' ? 'more' : 'settled';
    } catch (error) {
      if (isGitHubs(error)) return 'later';
      throw error;
    }
  }

  /** A pull request has two works: its config, and what is said on it; the second when nothing is left of the first. */
  async #work(
    place: Place,
    cut?: number,
  ): Promise<Pick<Review, 'outcome' | 'applied'> & Partial<Pick<Pass, 'nextAt'>>> {
    const given = [this.#github, place, this.#stage.world.now, this.#services] as const;
    const review = this.#isPull(place) ? await reviewConfig(...given) : null;
    if (review?.outcome === 'changed' || review?.outcome === 'stale') return review;
    return reconcile(...given, cut === undefined ? {} : { cut });
  }

  #isPull({ owner, name, number }: Place): boolean {
    return Boolean(this.#stage.world.repository(owner, name)?.issues.get(number)?.pull);
  }

  async #tell(place: Place, show: (text: string) => void): Promise<void> {
    const { now } = this.#stage.world;
    const seen = await lookAt(this.#github, place, now, this.#services);
    if (typeof seen !== 'string') show(shownStages(`${place.owner}/${place.name}#${place.number}`, now, seen.plan));
  }
}

function isGitHubs(error: unknown): boolean {
  return error instanceof Unanswered;
}

/** Passes do not come to an end: the law "settled" is broken. */
export class Unsettled extends Error {
  override readonly name = 'Unsettled';
  readonly line: number;
  readonly left: string;

  constructor(line: number, place: Place, effects: readonly Effect[]) {
    const left = effects.map((effect) => ('key' in effect ? `${effect.kind} ${effect.key}` : effect.kind)).join(', ');
    super(`line ${line}: #${place.number} never settles; left: ${left}`);
    this.line = line;
    this.left = left;
  }
}
