// What waits for its time, by key: gathered, and never put off.
import type { Time } from './time.ts';

interface Waiting<What> {
  what: What;
  due: number;
  takeBack: () => void;
}

export class Gathering<What> {
  readonly #time: Time;
  readonly #come: (key: string, what: What) => void;
  readonly #waiting = new Map<string, Waiting<What>>();

  /** @param come told what waited when its time has come */
  constructor(time: Time, come: (key: string, what: What) => void) {
    this.#time = time;
    this.#come = come;
  }

  get size(): number {
    return this.#waiting.size;
  }

  has(key: string): boolean {
    return this.#waiting.has(key);
  }

  /** The newest is what counts, the earliest time stays. */
  put(key: string, what: What, afterMilliseconds: number): void {
    const due = this.#time.now() + afterMilliseconds;
    const known = this.#waiting.get(key);
    if (known) {
      known.what = what;
      if (known.due <= due) return;
      known.takeBack();
    }
    this.#waiting.set(key, { what, due, takeBack: this.#time.after(afterMilliseconds, () => this.#end(key)) });
  }

  clear(): void {
    for (const { takeBack } of this.#waiting.values()) takeBack();
    this.#waiting.clear();
  }

  #end(key: string): void {
    const waiting = this.#waiting.get(key);
    if (!waiting) return;
    this.#waiting.delete(key);
    this.#come(key, waiting.what);
  }
}
