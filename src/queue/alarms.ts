// Rings when a moment has come: one per issue, kept in memory; those that are lost with the process the sweep finds again.

export interface AlarmsOptions {
  /** Our clock; ISO. */
  readonly clock: () => string;
  /** Between two looks at the clock at most, so that a clock that jumps (a machine that slept) is noticed; 5 s by default. */
  readonly pollMilliseconds?: number;
  /** Alarms kept; beyond it the latest ones are dropped. 5000 by default. */
  readonly most?: number;
}

interface Alarm {
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly ring: () => void;
}

/** Alarms by key (`owner/name#12`). They never keep the process alive. */
export class Alarms {
  readonly #options: Required<AlarmsOptions>;
  readonly #alarms = new Map<string, Alarm>();
  #timer: NodeJS.Timeout | undefined;
  #stopped = false;

  constructor(options: AlarmsOptions) {
    this.#options = { pollMilliseconds: 5000, most: 5000, ...options };
  }

  get size(): number {
    return this.#alarms.size;
  }

  /** Sets the key's alarm anew. @param at ISO; null: the key has none any more */
  set(key: string, at: string | null, ring: () => void): void {
    this.#alarms.delete(key);
    if (this.#stopped) return;
    if (at !== null) this.#alarms.set(key, { at: Date.parse(at), ring });
    if (this.#alarms.size > this.#options.most) this.#dropLatest();
    this.#wait();
  }

  stop(): void {
    this.#stopped = true;
    this.#alarms.clear();
    clearTimeout(this.#timer);
  }

  #dropLatest(): void {
    const [latest] = [...this.#alarms].sort(([, one], [, other]) => other.at - one.at);
    if (latest) this.#alarms.delete(latest[0]);
  }

  #wait(): void {
    clearTimeout(this.#timer);
    if (this.#alarms.size === 0) return;
    const first = Math.min(...[...this.#alarms.values()].map(({ at }) => at));
    const left = Math.max(0, first - Date.parse(this.#options.clock()));
    this.#timer = setTimeout(() => this.#ring(), Math.min(left, this.#options.pollMilliseconds));
    this.#timer.unref();
  }

  #ring(): void {
    const now = Date.parse(this.#options.clock());
    const due = [...this.#alarms].filter(([, { at }]) => at <= now);
    for (const [key] of due) this.#alarms.delete(key);
    for (const [, { ring }] of due) ring();
    this.#wait();
  }
}
