// How far sweeps have come in each installation: what changed since then is still to be found.

/** GitHub finds what changed some time after it did. */
const indexMinutes = 15;

/** What a process remembers from one sweep to the next. */
export class SweepMemory {
  #listed: ReadonlySet<number> | null = null;
  readonly #failing = new Set<number>();
  /** When the last sweep began that got through; milliseconds. */
  readonly #swept = new Map<number, number>();

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

  /** Whether the last sweep failed there, or did not find it in the list (suspended, or not installed yet). */
  #isBehind(installation: number): boolean {
    return this.#failing.has(installation) || this.#listed?.has(installation) === false;
  }
}
