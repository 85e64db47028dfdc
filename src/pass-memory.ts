// What a process remembers of the passes on each issue: lost with it, and made anew by looking.
import { keepNewest } from './core/keep-newest.ts';

/** Issues remembered; beyond it those that ended well longest ago are forgotten, and the sweep looks at them again. */
const most = 20_000;

/** Which state of an issue a pass was made for. */
export interface Looked {
  /** When the pass began, by our clock; ISO. */
  readonly at: string;
  /** The issue's last change as GitHub showed it then; ISO; null: it showed none. */
  readonly changedAt: string | null;
}

/** By issue (`owner/name#12`, or that and the work). */
export class PassMemory {
  readonly #looked = new Map<string, Looked>();
  readonly #due = new Map<string, string>();
  readonly #urgencies = new Map<string, number>();
  /** Issues of which something is held back. */
  readonly #holding = new Set<string>();
  #lastGoodAt: string | null = null;

  /** When any pass last ended well; ISO. */
  get lastGoodAt(): string | null {
    return this.#lastGoodAt;
  }

  /** What the last pass on an issue saw that ended well; null: none did. */
  looked(issue: string): Looked | null {
    return this.#looked.get(issue) ?? null;
  }

  dueAt(issue: string): string | null {
    return this.#due.get(issue) ?? null;
  }

  /** @param at when something becomes due by itself; null: nothing does */
  setDue(issue: string, at: string | null): void {
    if (at === null) this.#due.delete(issue);
    else this.#due.set(issue, at);
  }

  /** How urgent it was when it was looked at last; null: it is not known. */
  urgencyOf(issue: string): number | null {
    return this.#urgencies.get(issue) ?? null;
  }

  setUrgency(issue: string, urgency: number): void {
    keepNewest(this.#urgencies, issue, urgency, most);
  }

  /** A pass ended well. @param now ISO */
  good(issue: string, looked: Looked, now: string): void {
    this.#lastGoodAt = now;
    keepNewest(this.#looked, issue, looked, most);
  }

  /** As if the issue had never been looked at. */
  forget(issue: string): void {
    this.#looked.delete(issue);
  }

  /** Whether something of the issue is held back that was not before: that is told once. */
  isNewlyHeld(issue: string, held: boolean): boolean {
    const known = this.#holding.has(issue);
    if (held) this.#holding.add(issue);
    else this.#holding.delete(issue);
    return held && !known;
  }
}
