// Time that passes only when nothing is left to do: hours of waiting take no longer than the work in them.
import { setImmediate } from 'node:timers/promises';
import type { Time } from '../src/queue/time.ts';

interface Alarm {
  readonly at: number;
  readonly ring: () => void;
  readonly aside: boolean;
}

export class VirtualTime implements Time {
  readonly #start: number;
  #now = 0;
  #alarms: Alarm[] = [];

  /** @param start ISO */
  constructor(start: string) {
    this.#start = Date.parse(start);
  }

  /** Milliseconds since its start. */
  now(): number {
    return this.#now;
  }

  /** ISO. */
  get clock(): string {
    return new Date(this.#start + this.#now).toISOString();
  }

  after(milliseconds: number, ring: () => void, aside = false): () => void {
    const alarm = { at: this.#now + Math.max(0, milliseconds), ring, aside };
    const place = this.#alarms.findLastIndex(({ at }) => at <= alarm.at);
    this.#alarms.splice(place + 1, 0, alarm);
    return () => {
      this.#alarms = this.#alarms.filter((one) => one !== alarm);
    };
  }

  sleep(milliseconds: number): Promise<void> {
    return new Promise((resolve) => {
      this.after(milliseconds, resolve);
    });
  }

  /** Lets time pass until nobody waits for any more of it, or until it is so late. */
  async pass(until = Number.POSITIVE_INFINITY): Promise<void> {
    for (;;) {
      // What promises still do is done before the next timer of the machine.
      await setImmediate();
      const [next] = this.#alarms;
      if (!next || next.at > until) return;
      if (until === Number.POSITIVE_INFINITY && this.#alarms.every(({ aside }) => aside)) return;
      this.#alarms.shift();
      this.#now = next.at;
      next.ring();
    }
  }
}
