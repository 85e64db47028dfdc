// Which installations the last sweep did not get through to: of those everything that changed meanwhile is still to be found.

/** What a process remembers from one sweep to the next. */
export class SweepMemory {
  #listed: ReadonlySet<number> | null = null;
  readonly #failing = new Set<number>();

  /** Whether the last sweep failed there, or did not find it in the list (suspended, or not installed yet). */
  isBehind(installation: number): boolean {
    return this.#failing.has(installation) || this.#listed?.has(installation) === false;
  }

  /** @returns whether that is news: it is told once, not at each sweep */
  failed(installation: number): boolean {
    const isNews = !this.#failing.has(installation);
    this.#failing.add(installation);
    return isNews;
  }

  done(installation: number): void {
    this.#failing.delete(installation);
  }

  /** The installations of a sweep that is over. */
  over(installations: readonly number[]): void {
    this.#listed = new Set(installations);
  }
}
