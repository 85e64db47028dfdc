// Rings when a moment has come: one per issue, kept in memory; those that are lost with the process the sweep finds again.
import { machineTime, type Time } from './time.ts';

export interface AlarmsOptions {
  /** Our clock; ISO. */
  readonly clock: () => string;
  /** What the one timer goes by: the machine's, unless given. */
  readonly time?: Time | undefined;
  /** Between two looks at the clock at most, so that one that jumps (a machine that slept) is noticed; a second by default. */
  readonly pollMilliseconds?: number | undefined;
  /** Alarms kept; beyond it the latest ones are dropped. */
  readonly most?: number | undefined;
  /** Told when the first one is dropped, and again only after there was room for all. */
  readonly full?: (() => void) | undefined;
}

interface Alarm {
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly ring: () => void;
}

/** About 20 MB. Open incidents are ever fewer than this. */
const usualMost = 100_000;
/** A timer of the machine that is to wait longer than 25 days does not wait at all. */
const longestWait = 24 * 3_600_000;

/**
 * Alarms by key (`owner/name#12`), and one timer for the earliest. They never keep the process alive. Setting one costs the same
 * however many there are; they are gone through only when one is due, or when the first one was put off.
 */
export class Alarms {
  readonly #clock: () => string;
  readonly #time: Time;
  readonly #longest: number;
  readonly #most: number;
  readonly #full: () => void;
  readonly #alarms = new Map<string, Alarm>();
  /** No alarm is earlier; milliseconds since 1970. */
  #first = Number.POSITIVE_INFINITY;
  #takeBack: () => void = () => {};
  #isFull = false;
  #stopped = false;

  constructor({ clock, time = machineTime, pollMilliseconds = 1000, most = usualMost, full }: AlarmsOptions) {
    this.#clock = clock;
    this.#time = time;
    this.#longest = Math.min(pollMilliseconds, longestWait);
    this.#most = most;
    this.#full = full ?? (() => {});
  }

  get size(): number {
    return this.#alarms.size;
  }

  /** Sets the key's alarm anew. @param at ISO; null: the key has none any more */
  set(key: string, at: string | null, ring: () => void): void {
    this.#alarms.delete(key);
    if (this.#stopped || at === null) return;
    const moment = Date.parse(at);
    this.#alarms.set(key, { at: moment, ring });
    if (this.#alarms.size > this.#most) this.#dropLatest();
    else if (this.#alarms.size < this.#most) this.#isFull = false;
    if (moment < this.#first) this.#wait(moment);
  }

  stop(): void {
    this.#stopped = true;
    this.#alarms.clear();
    this.#takeBack();
  }

  #dropLatest(): void {
    let latest: [string, Alarm] | undefined;
    for (const one of this.#alarms) if (!latest || one[1].at >= latest[1].at) latest = one;
    if (latest) this.#alarms.delete(latest[0]);
    if (!this.#isFull) this.#full();
    this.#isFull = true;
  }

  #wait(first: number): void {
    this.#takeBack();
    this.#first = first;
    if (first === Number.POSITIVE_INFINITY) return;
    const left = Math.max(0, first - this.#now());
    this.#takeBack = this.#time.after(Math.min(left, this.#longest), () => this.#look(), true);
  }

  #look(): void {
    const now = this.#now();
    const due = now < this.#first ? [] : this.#takeDue(now);
    this.#wait(this.#first);
    for (const { ring } of due) ring();
  }

  /** Takes out those that are due, in order, and finds the first of the others. */
  #takeDue(now: number): readonly Alarm[] {
    const due: Alarm[] = [];
    this.#first = Number.POSITIVE_INFINITY;
    for (const [key, alarm] of this.#alarms) {
      if (alarm.at > now) this.#first = Math.min(this.#first, alarm.at);
      else {
        this.#alarms.delete(key);
        due.push(alarm);
      }
    }
    return due.sort((one, other) => one.at - other.at);
  }

  #now(): number {
    return Date.parse(this.#clock());
  }
}
