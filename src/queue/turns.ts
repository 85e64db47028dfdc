// The turns of one installation: how many passes write at a time, and when each may send the next document.
import { Pace, type PaceLimits } from './pace.ts';
import type { Time } from './time.ts';

export interface TurnsOptions {
  readonly time: Time;
  /** Null: whoever wants to write may. */
  readonly limits: PaceLimits | null;
}

interface Writer {
  readonly begun: boolean;
  readonly urgency: number;
  readonly go: (rest: number) => void;
}

/** While one of them waits for the next second, the other one looks. */
const writersAtOnce = 2;
/** A pass begins so long before it may write: its look takes about as long, and is not much older when it writes. */
const lookAhead = 500;

/** Passes hold a turn while they look and write; documents of those that have begun go first, then those of the worst level. */
export class Turns {
  readonly #time: Time;
  readonly #pace: Pace | null;
  #holding = 0;
  #aloneUntil = Number.NEGATIVE_INFINITY;
  #writers: Writer[] = [];
  #beside: (() => Promise<void>)[] = [];
  #takeBack: (() => void)[] = [];
  #stopped = false;

  constructor({ time, limits }: TurnsOptions) {
    this.#time = time;
    this.#pace = limits && new Pace(limits);
  }

  /** Milliseconds until a pass of this urgency may begin; infinite: when one that holds a turn has ended. Null: only to look. */
  opensIn(urgency: number | null): number {
    const now = this.#time.now();
    const rest = Math.max(0, this.#aloneUntil - now);
    if (urgency === null || !this.#pace) return rest;
    if (this.#holding >= writersAtOnce) return Number.POSITIVE_INFINITY;
    return Math.max(rest, this.#pace.toBegin(now, urgency === 0) - lookAhead);
  }

  hold(): void {
    this.#holding += 1;
  }

  release(): void {
    this.#holding -= 1;
  }

  /** GitHub asked to be left alone. */
  leaveAlone(milliseconds: number): void {
    this.#aloneUntil = Math.max(this.#aloneUntil, this.#time.now() + milliseconds);
  }

  /**
   * Resolves when a document may be sent, which is then taken for sent. @param begun not the first one of its pass
   * @returns 0; or for how long GitHub wants to be left alone: then nothing is to be sent
   */
  document(urgency: number, begun: boolean): Promise<number> {
    return new Promise((go) => {
      this.#writers.push({ begun, urgency, go });
      this.#goOn();
    });
  }

  /**
   * Sends what can wait in a gap between documents. Resolves when that is done, or at once where it has to wait.
   * @param after milliseconds that it waits at least
   */
  async beside(send: () => Promise<void>, after: number): Promise<void> {
    if (this.#stopped) return;
    if (after > 0) {
      this.#time.after(after, () => void this.beside(send, 0), true);
      return;
    }
    const now = this.#time.now();
    const wait = Math.max(this.#aloneUntil - now, this.#pace?.toSlipIn(now) ?? 0);
    if (wait <= 0 && this.#beside.length === 0) {
      this.#pace?.noteBeside(now);
      return send();
    }
    this.#beside.push(send);
    this.#goOn();
  }

  /** What waits for a gap is dropped. */
  stop(): void {
    this.#stopped = true;
    this.#beside = [];
  }

  #goOn(): void {
    for (const takeBack of this.#takeBack.splice(0)) takeBack();
    const now = this.#time.now();
    const rest = Math.max(0, this.#aloneUntil - now);
    if (rest > 0) for (const { go } of this.#writers.splice(0)) go(rest);
    while (this.#writers.length > 0 && this.#waitsFor(this.#pace?.toGoOn(now) ?? 0)) {
      const next = this.#writers.reduce((best, one) => (isBefore(one, best) ? one : best));
      this.#writers = this.#writers.filter((writer) => writer !== next);
      this.#pace?.noteDocument(now);
      next.go(0);
    }
    while (this.#beside.length > 0 && this.#waitsFor(Math.max(rest, this.#pace?.toSlipIn(now) ?? 0))) {
      this.#pace?.noteBeside(now);
      void this.#beside.shift()?.();
    }
  }

  /** Whether it is time; where it is not, a timer goes on when it will be. */
  #waitsFor(milliseconds: number): boolean {
    if (milliseconds <= 0) return true;
    this.#takeBack.push(this.#time.after(milliseconds, () => this.#goOn()));
    return false;
  }
}

function isBefore(one: Writer, other: Writer): boolean {
  return one.begun === other.begun ? one.urgency < other.urgency : one.begun;
}
