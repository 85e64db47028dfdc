// Ticks of somebody whose last ones were taken wait for each other: who goes through a checklist waits for no answer.
import { keepNewest } from './core/keep-newest.ts';

/** Whose ticks a pass took, and that it refused none of theirs; logins in lower case. */
export type Taken = readonly string[];

/** Issues of which it is remembered; beyond it the oldest are forgotten, and their ticks do not wait. */
const most = 5000;

/** By issue (`owner/name#12`). The first tick is looked at soon, and any word soon; the ticks after it once in so many milliseconds. */
export class Patience {
  readonly #span: number;
  readonly #taken = new Map<string, { readonly at: number; readonly logins: Taken }>();

  constructor(span: number) {
    this.#span = span;
  }

  /** A pass has ended. @param logins whose ticks it took; empty: it heard none. @param now milliseconds */
  took(issue: string, logins: Taken, now: number): void {
    if (logins.length === 0) return;
    keepNewest(this.#taken, issue, { at: now, logins }, most);
  }

  /** Seconds that a tick may wait for the next ones; 0: somebody may be waiting for what is said of it. @param login of who ticked; null: it is no tick */
  secondsFor(issue: string, login: string | null, now: number): number {
    const known = this.#taken.get(issue);
    if (login === null || !known?.logins.includes(login.toLowerCase())) return 0;
    return Math.max(0, known.at + this.#span - now) / 1000;
  }
}
