// What the passes of a run told: how each issue stands, and whether more of the same is of use.
import { isNoForGood } from '../src/github/refused-for-good.ts';
import type { Watcher } from '../src/passes-options.ts';
import type { Ended } from '../src/task.ts';

/** An issue of a run. */
export interface ToldPass {
  readonly issue: string;
  /** Effects that GitHub took, by kind, in their order. */
  readonly done: readonly string[];
  /** Why it is not finished: GitHub's words, or the log's; null: it is. */
  readonly why: string | null;
  /** GitHub said no twice, and would the next time as well. */
  readonly stuck: boolean;
  /** When the first thing was due that came by itself; ISO; null: nothing did. */
  readonly dueAt: string | null;
  /** Whoever spoke has their answer: what is missing is beside it. */
  readonly heard: boolean;
}

/** By issue (`owner/name#12`). */
export class ToldPasses implements Watcher {
  readonly #told = new Map<string, ToldPass>();
  /** Issues where GitHub said no for good. */
  readonly #refused = new Set<string>();
  readonly #changed: () => void;

  /** @param changed called after each pass */
  constructor(changed: () => void) {
    this.#changed = changed;
  }

  get all(): readonly ToldPass[] {
    return [...this.#told.values()];
  }

  /** Issues asked for, of which nothing is told yet. */
  expect(issue: string): void {
    if (this.#told.has(issue)) return;
    this.#told.set(issue, { issue, done: [], why: 'no pass ended', stuck: false, heard: false, dueAt: null });
  }

  /** Whether all that is left cannot be mended by trying. */
  get isStuck(): boolean {
    const left = this.all.filter(({ why }) => why !== null);
    return left.length > 0 && left.every(({ stuck }) => stuck);
  }

  ended(issue: string, { outcome, applied, effects, cameDueAt = null }: Ended): void {
    const faults = applied.flatMap((one) => one.faults);
    const refused = new Set<unknown>(faults.map(({ effect }) => effect));
    const done = effects.filter((effect) => !refused.has(effect)).map(({ kind }) => kind);
    const isOver = faults.length === 0 && outcome !== 'stale' && outcome !== 'postponed' && outcome !== 'held';
    this.#note(issue, done, {
      why: isOver ? null : (faults[0]?.message ?? outcome),
      stuck: faults.some(isNoForGood) && this.#refused.has(issue),
      heard: applied.every((one) => one.heard),
      dueAt: this.#told.get(issue)?.dueAt ?? cameDueAt,
    });
    if (faults.some(isNoForGood)) this.#refused.add(issue);
    this.#changed();
  }

  failed(issue: string, why: string): void {
    this.#note(issue, [], { why, stuck: false, heard: false, dueAt: this.#told.get(issue)?.dueAt ?? null });
  }

  #note(issue: string, done: readonly string[], how: Omit<ToldPass, 'issue' | 'done'>): void {
    this.#told.set(issue, { issue, done: [...(this.#told.get(issue)?.done ?? []), ...done], ...how });
  }
}
