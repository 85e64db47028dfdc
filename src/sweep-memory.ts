// How far sweeps have come in each installation: what changed since then is still to be found.
import { keepNewest } from './core/keep-newest.ts';
import { nameOf } from './github/name-of.ts';
import type { Found } from './github/search.ts';

/** GitHub finds what changed some time after it did. */
const indexMinutes = 15;

/** Records read that are remembered; beyond it they are read again. */
const mostRead = 20_000;

function stateOf({ ref, updatedAt }: Found): string {
  return `${nameOf(ref)} ${updatedAt}`;
}

/** What a process remembers from one sweep to the next. */
export class SweepMemory {
  #listed: ReadonlySet<number> | null = null;
  readonly #failing = new Set<number>();
  /** When the last sweep began that got through; milliseconds. */
  readonly #swept = new Map<number, number>();
  /** When something comes by itself on issues that wait for their first look, by issue and its last change. */
  readonly #due = new Map<string, string | null | undefined>();

  /**
   * From when on changes are still to be found (ISO); null: from before this process, or a sweep did not get through.
   * @param now our clock, ISO; it may have been ahead when the last sweep began
   */
  since(installation: number, now: string): string | null {
    const swept = this.#swept.get(installation);
    if (swept === undefined || this.#isBehind(installation)) return null;
    return new Date(Math.min(swept, Date.parse(now)) - indexMinutes * 60_000).toISOString();
  }

  /** @returns whether that is news: it is told once, not at each sweep */
  failed(installation: number): boolean {
    const isNews = !this.#failing.has(installation);
    this.#failing.add(installation);
    return isNews;
  }

  /** @param began when the sweep did; ISO */
  done(installation: number, began: string): void {
    this.#failing.delete(installation);
    this.#swept.set(installation, Date.parse(began));
  }

  /** The installations of a sweep that is over. */
  over(installations: readonly number[]): void {
    this.#listed = new Set(installations);
  }

  /** The record of an issue was read. @param due ISO; null: nothing comes by itself; undefined: only a look can tell */
  read(found: Found, due: string | null | undefined): void {
    keepNewest(this.#due, stateOf(found), due, mostRead);
  }

  /** Whether it was, as it stands now. */
  hasRead(found: Found): boolean {
    return this.#due.has(stateOf(found));
  }

  dueOf(found: Found): string | null | undefined {
    return this.#due.get(stateOf(found));
  }

  /** Whether the last sweep failed there, or did not find it in the list (suspended, or not installed yet). */
  #isBehind(installation: number): boolean {
    return this.#failing.has(installation) || this.#listed?.has(installation) === false;
  }
}
