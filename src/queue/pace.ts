// How fast one installation may write. Nothing here waits: it only says how long.

/** So many writes GitHub takes from one sender before it refuses all of them for a while. */
export interface PaceLimits {
  /** Milliseconds from one mutation document to the next at least. */
  readonly spacing: number;
  readonly perMinute: number;
  readonly perHour: number;
}

/**
 * Source: GitHub's "Rate limits for the REST API" (80 requests that make content a minute, 500 an hour, over REST and GraphQL
 * together) and "Best practices for using the REST API" (a second between writes).
 */
export const githubsPace: PaceLimits = { spacing: 1000, perMinute: 80, perHour: 500 };

/** This part of the hour is kept for the worst: a hundred small incidents must not silence a great one. */
const keptForTheWorst = 0.2;
/** A pass that has begun may need so many more: it never stands half done because of the ones after it. */
const keptForTheBegun = 4;

/** What only looks better stops here: the other half is for what somebody waits for. */
const openToTheSlight = 0.5;
/** On the way to GitHub writes may come closer together than they were sent. */
const margin = 5;

const minute = 60_000;
const hour = 60 * minute;

/** What was written in the last hour, and when the next may be. Every time is in milliseconds of the caller's clock. */
export class Pace {
  readonly #limits: PaceLimits;
  /** Oldest first. */
  #written: number[] = [];
  #documentAt = Number.NEGATIVE_INFINITY;
  /** Those beside the documents, of the last minute. */
  #beside: number[] = [];

  constructor(limits: PaceLimits = githubsPace) {
    this.#limits = limits;
  }

  /** Until a pass may send its first document. @param worst it is of the worst level there is: then the whole hour is open to it */
  toBegin(now: number, worst: boolean): number {
    const { perHour } = this.#limits;
    const open = worst ? perHour : Math.floor(perHour * (1 - keptForTheWorst));
    return this.#wait(now, open - keptForTheBegun);
  }

  /** Until a further document of a pass may be sent. */
  toGoOn(now: number): number {
    return this.#wait(now, this.#limits.perHour);
  }

  /** Until a write that waits for nothing but a gap: it has what documents, one in each spacing, leave of the minute. */
  toSlipIn(now: number): number {
    const { spacing, perMinute, perHour } = this.#limits;
    const most = Math.max(1, Math.floor(perMinute - margin - minute / spacing));
    this.#beside = this.#beside.filter((time) => time > now - minute);
    const wait = sinceOf(this.#beside, most) + minute - now;
    return Math.max(0, wait, this.#within(now, Math.floor(perHour * openToTheSlight), hour));
  }

  noteDocument(now: number): void {
    this.#documentAt = now;
    this.#note(now);
  }

  noteBeside(now: number): void {
    this.#beside.push(now);
    this.#note(now);
  }

  #note(now: number): void {
    this.#written = this.#written.filter((time) => time > now - hour);
    this.#written.push(now);
  }

  #wait(now: number, inAnHour: number): number {
    const { spacing, perMinute } = this.#limits;
    const spaced = this.#documentAt + spacing - now;
    return Math.max(0, spaced, this.#within(now, perMinute, minute), this.#within(now, inAnHour, hour));
  }

  /** Until there are fewer than `most` in the last `span`. */
  #within(now: number, most: number, span: number): number {
    return sinceOf(this.#written, most) + span - now;
  }
}

/** When the one was written that makes them so many, counted from the newest; never, where there are fewer. */
function sinceOf(times: readonly number[], most: number): number {
  return times.at(-Math.max(1, most)) ?? Number.NEGATIVE_INFINITY;
}
