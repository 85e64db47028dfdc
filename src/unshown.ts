// What webhooks told of and no look has shown yet: for some seconds GitHub may show an older state than it told of.
import { keepNewest } from './core/keep-newest.ts';

interface Awaited {
  /** ISO UTC. */
  readonly changedAt: string;
  readonly tries: number;
}

/** Seconds until each further look; after the last one it is the sweep's. */
const waits = [2, 4, 8, 16] as const;
/** Issues of which something is awaited; beyond it the oldest are the sweep's. */
const most = 5000;

/** By issue (`owner/name#12`). A webhook's word is only a reason to look again, and never for long. */
export class Unshown {
  readonly #awaited = new Map<string, Awaited>();

  /** A webhook told that the issue changed. @param changedAt ISO UTC */
  tell(issue: string, changedAt: string): void {
    const known = this.#awaited.get(issue);
    if (known && Date.parse(known.changedAt) >= Date.parse(changedAt)) return;
    keepNewest(this.#awaited, issue, { changedAt, tries: 0 }, most);
  }

  /**
   * A look has come. @param shown the issue's last change in it (ISO UTC); null: it showed no issue
   * @returns seconds until the next one; null: nothing is awaited any more
   */
  lookAgainIn(issue: string, shown: string | null): number | null {
    const known = this.#awaited.get(issue);
    if (!known) return null;
    const wait = waits[known.tries];
    const isShown = shown !== null && Date.parse(shown) >= Date.parse(known.changedAt);
    if (isShown || wait === undefined) {
      this.#awaited.delete(issue);
      return null;
    }
    this.#awaited.set(issue, { ...known, tries: known.tries + 1 });
    return wait;
  }
}
