/** The sandbox's time: it runs with the machine's, is ahead or behind by some, or stands still. */
export class Clock {
  #skew = 0;
  #frozenAt: number | null = null;
  #followers: ((now: string, frozen: boolean) => void)[] = [];

  /** Sets the time; `frozen` stops it there until it is set again. */
  set(now: string, frozen = false): void {
    const time = Date.parse(now);
    if (Number.isNaN(time)) throw new Error(`${now} is not a time`);
    this.#skew = time - Date.now();
    this.#frozenAt = frozen ? time : null;
    for (const follow of this.#followers) follow(this.now, frozen);
  }

  /** From now on somebody is told of each time that is set. */
  tell(follower: (now: string, frozen: boolean) => void): void {
    this.#followers.push(follower);
  }

  /** Milliseconds since 1970, as `Date.now()`. */
  get time(): number {
    return this.#frozenAt ?? Date.now() + this.#skew;
  }

  get now(): string {
    return new Date(this.time).toISOString();
  }

  /** What a process needs to follow: the time, how far that is from the machine's, and whether it stands still. */
  get reading(): { now: string; skew: number; frozen: boolean } {
    return { now: this.now, skew: this.time - Date.now(), frozen: this.#frozenAt !== null };
  }
}
