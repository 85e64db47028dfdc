// What one pass knows of the pace: whether it may write, and when.
import type { Turns } from './turns.ts';

/** How a pass asks for the pace of its installation. */
export interface Turn {
  /**
   * Asked before anything is written. @param urgency 0: of the worst level
   * @returns false: others come first. Then nothing may be written, and the pass runs again when its turn has come
   */
  claim(urgency: number): boolean;
  /** @returns see `Turns` */
  document(): Promise<number>;
  /** @param send never rejects; @param after milliseconds that it waits at least */
  beside(send: () => Promise<void>, after: number): Promise<void>;
  /** GitHub asked to be left alone. */
  leaveAlone(milliseconds: number): void;
}

/** A pass's turn while it runs. */
export class HeldTurn implements Turn {
  readonly #turns: Turns;
  readonly #isNext: (urgency: number) => boolean;
  #urgency: number | null;
  #holds: boolean;
  #documents = 0;
  #refused = false;

  /**
   * @param urgency null: it is not known, and no turn is held until it is claimed
   * @param isNext whether nobody who waits comes before a pass of that urgency here
   */
  constructor(turns: Turns, urgency: number | null, isNext: (urgency: number) => boolean) {
    this.#turns = turns;
    this.#isNext = isNext;
    this.#urgency = urgency;
    this.#holds = urgency !== null;
    if (this.#holds) turns.hold();
  }

  /** How urgent it is, where it must run again for having been refused; null: it need not. */
  get postponed(): number | null {
    return this.#refused ? this.#urgency : null;
  }

  claim(urgency: number): boolean {
    this.#urgency = urgency;
    if (this.#holds) return true;
    this.#refused = this.#turns.opensIn(urgency) > 0 || !this.#isNext(urgency);
    if (this.#refused) return false;
    this.#turns.hold();
    this.#holds = true;
    return true;
  }

  document(): Promise<number> {
    this.#documents += 1;
    return this.#turns.document(this.#urgency ?? Number.POSITIVE_INFINITY, this.#documents > 1);
  }

  beside(send: () => Promise<void>, after: number): Promise<void> {
    return this.#turns.beside(send, after);
  }

  leaveAlone(milliseconds: number): void {
    this.#turns.leaveAlone(milliseconds);
  }

  /** The pass has ended. */
  end(): void {
    if (this.#holds) this.#turns.release();
    this.#holds = false;
  }
}
