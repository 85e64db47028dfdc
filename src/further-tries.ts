// When a pass that did not end well comes back by itself: each time later, and not for ever.

const longestWait = 300;
/** After so many failures in a row an issue is left to the sweep. */
const mostTries = 8;

/** By issue (`owner/name#12`, or that and the work). */
export class FurtherTries {
  readonly #failures = new Map<string, number>();

  /**
   * A pass did not end well. @param seconds to wait after the first one of a row
   * @param endless somebody waits for an answer that is not said yet: it comes back until it is
   * @returns seconds until the next try; null: it is left to the sweep
   */
  after(issue: string, seconds: number, endless: boolean): number | null {
    const count = (this.#failures.get(issue) ?? 0) + 1;
    this.#failures.set(issue, count);
    if (endless || count <= mostTries) return Math.min(seconds * 2 ** (count - 1), longestWait);
    this.#failures.delete(issue);
    return null;
  }

  /** A pass ended well. */
  end(issue: string): void {
    this.#failures.delete(issue);
  }
}
