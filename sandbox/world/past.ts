import type { State } from './state.ts';

/** Copies of the world at the turn of each second, for looks that lag behind. Costs nothing until it is asked to. */
export class Past {
  #seconds = 0;
  #copies: { readonly until: number; readonly state: State }[] = [];

  /** From now on the last so many seconds can be seen. */
  remember(seconds: number): void {
    this.#seconds = seconds;
    if (seconds === 0) this.#copies = [];
  }

  /** Looks that reach back behind this moment show the world as it is now. */
  mark(state: State): void {
    this.#copies = [{ until: Date.parse(state.now), state: structuredClone(state) }];
  }

  /** Called before the clock moves: what is to be seen for looks that reach back before `next`. */
  turn(state: State, next: string): void {
    const until = Date.parse(next);
    if (this.#seconds === 0 || next === state.now) return;
    this.#copies = this.#copies.filter((copy) => copy.until > until - (this.#seconds + 1) * 1000);
    this.#copies.push({ until, state: structuredClone(state) });
  }

  /** The world as it was at `moment`, or null when what is now was then already. */
  at(moment: number): State | null {
    return this.#copies.find((copy) => copy.until > moment)?.state ?? null;
  }
}
