import type { Clock } from './clock.ts';
import type { Bearer } from './tokens.ts';

// GitHub's published limits on making content, by token: so many a minute and an hour.
const PER_MINUTE = 80;
const PER_HOUR = 500;

/** Secondary limits on writes; off unless asked for. */
export class Pace {
  readonly #clock: Clock;
  readonly #on: boolean;
  readonly #writes = new Map<string, number[]>();

  constructor(clock: Clock, on: boolean) {
    this.#clock = clock;
    this.#on = on;
  }

  /** Counts a write. @returns how many seconds its sender has to wait; 0: it may pass. */
  waitFor(bearer: Bearer): number {
    if (!this.#on) return 0;
    const sender = JSON.stringify(bearer);
    const now = this.#clock.time;
    const recent = (this.#writes.get(sender) ?? []).filter((time) => time > now - 3_600_000);
    const minute = recent.filter((time) => time > now - 60_000);
    if (minute.length >= PER_MINUTE || recent.length >= PER_HOUR) return 60;
    this.#writes.set(sender, [...recent, now]);
    return 0;
  }
}
