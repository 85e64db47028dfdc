// One pass at a time per issue, in memory: what is lost with the process, the sweep finds again (decision 9).

/** A pass. What it throws is told to `failed`; it never stops the queue. */
export type Run = () => Promise<void>;

export interface QueueOptions {
  /** How long wakes on one issue are gathered into one pass; 2 s by default. */
  readonly gatherMilliseconds?: number;
  /** Passes on different issues at the same time; 8 by default (GitHub allows 100 requests at once). */
  readonly atOnce?: number;
  readonly failed: (key: string, error: unknown) => void;
}

interface Waiting {
  run: Run;
  due: number;
  timer: NodeJS.Timeout;
}

/** A queue of passes by key (`owner/name#12`). A waiting pass is replaced, never stacked. */
export class PassQueue {
  readonly #options: Required<QueueOptions>;
  readonly #waiting = new Map<string, Waiting>();
  readonly #ready = new Map<string, Run>();
  readonly #running = new Set<string>();
  #idlers: (() => void)[] = [];
  #stopped = false;

  constructor(options: QueueOptions) {
    this.#options = { gatherMilliseconds: 2000, atOnce: 8, ...options };
  }

  /** Passes that wait for their time, for another pass on their issue, or for a free place. */
  get waiting(): number {
    return this.#waiting.size + this.#ready.size;
  }

  get running(): number {
    return this.#running.size;
  }

  /**
   * Asks for a pass. Further wakes until it begins are the same pass (the newest `run` is taken, the earliest time stays);
   * one that comes while a pass on the issue runs asks for another one after it.
   */
  wake(key: string, run: Run, afterMilliseconds = this.#options.gatherMilliseconds): void {
    if (this.#stopped) return;
    if (this.#ready.has(key)) {
      this.#ready.set(key, run);
      return;
    }
    const due = performance.now() + afterMilliseconds;
    const known = this.#waiting.get(key);
    if (known) {
      known.run = run;
      if (known.due <= due) return;
      clearTimeout(known.timer);
    }
    const timer = setTimeout(() => this.#begin(key), afterMilliseconds);
    this.#waiting.set(key, { run, due, timer });
  }

  /** Resolves when nothing waits and nothing runs. */
  idle(): Promise<void> {
    return this.#isIdle() ? Promise.resolve() : new Promise((resolve) => this.#idlers.push(resolve));
  }

  /** Drops what waits (the next start's sweep finds it) and resolves when what runs is done. */
  stop(): Promise<void> {
    this.#stopped = true;
    for (const { timer } of this.#waiting.values()) clearTimeout(timer);
    this.#waiting.clear();
    this.#ready.clear();
    this.#tellIdlers();
    return this.idle();
  }

  #begin(key: string): void {
    const waiting = this.#waiting.get(key);
    if (!waiting) return;
    this.#waiting.delete(key);
    this.#ready.set(key, waiting.run);
    this.#fill();
  }

  #fill(): void {
    for (const [key, run] of this.#ready) {
      if (this.#running.size >= this.#options.atOnce) return;
      if (this.#running.has(key)) continue;
      this.#ready.delete(key);
      this.#running.add(key);
      void this.#carry(key, run);
    }
  }

  async #carry(key: string, run: Run): Promise<void> {
    try {
      await run();
    } catch (error) {
      this.#options.failed(key, error);
    } finally {
      this.#running.delete(key);
      this.#fill();
      this.#tellIdlers();
    }
  }

  #isIdle(): boolean {
    return this.waiting === 0 && this.#running.size === 0;
  }

  #tellIdlers(): void {
    if (!this.#isIdle()) return;
    for (const resolve of this.#idlers.splice(0)) resolve();
  }
}
