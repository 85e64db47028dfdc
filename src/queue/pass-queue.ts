// One pass at a time per issue, in memory: what is lost with the process, the sweep finds again (decision 9).
import { Gathering } from './gathering.ts';
import { githubsPace, type PaceLimits } from './pace.ts';
import { machineTime, type Time } from './time.ts';
import { HeldTurn, type Turn } from './turn.ts';
import { nextOf, type Place, type Standing, TurnsTaken } from './turn-order.ts';
import { Turns } from './turns.ts';

/** A pass. What it throws is told to `failed`; it never stops the queue. */
export type Run = (turn: Turn) => Promise<void>;

export interface QueueOptions {
  /** How long wakes on one issue are gathered into one pass; 2 s by default. */
  readonly gatherMilliseconds?: number;
  /** Passes on different issues at the same time; 24 by default. */
  readonly atOnce?: number;
  /** The same of one installation; 8 by default (GitHub allows 100 requests at once). */
  readonly atOnceInOne?: number;
  /** GitHub's own by default; null: none. */
  readonly pace?: PaceLimits | null;
  readonly time?: Time;
  readonly failed: (key: string, error: unknown) => void;
}

export interface Wake {
  readonly run: Run;
  readonly place: Place;
  /** Else it is gathered. */
  readonly afterMilliseconds?: number;
}

interface Ready extends Standing {
  readonly key: string;
  readonly run: Run;
}

/** A queue of passes by key (`owner/name#12`). A waiting pass is replaced, never stacked. */
export class PassQueue {
  readonly #options: Required<QueueOptions>;
  readonly #waiting: Gathering<Wake>;
  readonly #ready = new Map<string, Ready>();
  readonly #running = new Map<string, number>();
  /** Since when those stand in the line whose pass was refused its turn. */
  readonly #postponed = new Map<string, number>();
  readonly #turns = new Map<number, Turns>();
  readonly #taken = new TurnsTaken();
  #came = 0;
  #takeBack: () => void = () => {};
  #idlers: (() => void)[] = [];
  #stopped = false;

  constructor(options: QueueOptions) {
    const usual = { gatherMilliseconds: 2000, atOnce: 24, atOnceInOne: 8, pace: githubsPace, time: machineTime };
    this.#options = { ...usual, ...options };
    this.#waiting = new Gathering(this.#options.time, (key, wake) => {
      this.#stand(key, wake, this.#postponed.get(key) ?? this.#came++);
      this.#fill();
    });
  }

  /** Passes that wait for their time, for another pass on their issue, for their turn, or for a free place. */
  get waiting(): number {
    return this.#waiting.size + this.#ready.size;
  }

  get running(): number {
    return this.#running.size;
  }

  /**
   * Asks for a pass. Further wakes until it begins are the same pass (the newest is taken, the earliest time stays); one that
   * comes while a pass on the issue runs asks for another one after it.
   */
  wake(key: string, wake: Wake): void {
    if (this.#stopped) return;
    const ready = this.#ready.get(key);
    if (ready) {
      this.#stand(key, wake, ready.since);
      this.#fill();
    } else this.#waiting.put(key, wake, wake.afterMilliseconds ?? this.#options.gatherMilliseconds);
  }

  /** Resolves when nothing waits and nothing runs. */
  idle(): Promise<void> {
    return this.#isIdle() ? Promise.resolve() : new Promise((resolve) => this.#idlers.push(resolve));
  }

  /** Drops what waits (the next start's sweep finds it) and resolves when what runs is done. */
  stop(): Promise<void> {
    this.#stopped = true;
    for (const turns of this.#turns.values()) turns.stop();
    this.#takeBack();
    this.#waiting.clear();
    this.#ready.clear();
    this.#tellIdlers();
    return this.idle();
  }

  #stand(key: string, { run, place }: Wake, since: number): void {
    this.#ready.set(key, { key, run, since, ...place });
  }

  /** Begins what may begin; where only time is missing, comes back when it has passed. */
  #fill(): void {
    this.#takeBack();
    while (this.#running.size < this.#options.atOnce) {
      const full = this.#full();
      const free = [...this.#ready.values()].filter(
        ({ key, installation }) => !full.has(installation) && !this.#running.has(key),
      );
      const next = nextOf(
        free.filter((one) => this.#turnsOf(one).opensIn(one.urgency) <= 0),
        this.#taken,
      );
      if (!next) {
        this.#comeBack(free);
        return;
      }
      this.#ready.delete(next.key);
      this.#taken.note(next);
      void this.#carry(next);
    }
  }

  /** Installations of which as many run as may: counted once, because thousands wait while GitHub does not answer. */
  #full(): ReadonlySet<number> {
    const beside = new Map<number, number>();
    for (const one of this.#running.values()) beside.set(one, (beside.get(one) ?? 0) + 1);
    return new Set([...beside].filter(([, count]) => count >= this.#options.atOnceInOne).map(([one]) => one));
  }

  #comeBack(free: readonly Ready[]): void {
    const opens = Math.min(...free.map((one) => this.#turnsOf(one).opensIn(one.urgency)));
    this.#takeBack = Number.isFinite(opens) ? this.#options.time.after(opens, () => this.#fill()) : () => {};
  }

  async #carry(one: Ready): Promise<void> {
    const { key, run, installation } = one;
    const turn = new HeldTurn(this.#turnsOf(one), one.urgency, (urgency) => this.#isNext({ ...one, urgency }));
    this.#running.set(key, installation);
    try {
      await run(turn);
    } catch (error) {
      this.#options.failed(key, error);
    } finally {
      turn.end();
      this.#running.delete(key);
      this.#postpone(one, turn.postponed);
      this.#fill();
      this.#tellIdlers();
    }
  }

  /** Back to its place in the line. Who was woken meanwhile looks first: it may have become more urgent. */
  #postpone(one: Ready, urgency: number | null): void {
    this.#postponed.delete(one.key);
    if (urgency === null || this.#stopped) return;
    this.#postponed.set(one.key, one.since);
    const woken = this.#ready.get(one.key);
    if (woken) this.#ready.set(one.key, { ...woken, since: one.since });
    else if (!this.#waiting.has(one.key)) this.#ready.set(one.key, { ...one, urgency });
  }

  /** Whether none of those that wait to write in the installation comes first. */
  #isNext(one: Ready): boolean {
    const others = [...this.#ready.values()].filter(
      ({ installation, urgency }) => installation === one.installation && urgency !== null,
    );
    return nextOf([one, ...others], this.#taken) === one;
  }

  #turnsOf({ installation }: Place): Turns {
    const known = this.#turns.get(installation);
    const turns = known ?? new Turns({ time: this.#options.time, limits: this.#options.pace });
    if (!known) this.#turns.set(installation, turns);
    return turns;
  }

  #isIdle(): boolean {
    return this.waiting === 0 && this.#running.size === 0;
  }

  #tellIdlers(): void {
    if (!this.#isIdle()) return;
    for (const resolve of this.#idlers.splice(0)) resolve();
  }
}
