// Keeps a long reading within GitHub's limits: waits where that is soon over, and stops in time where it is not.
import type { GitHub, GraphQLAnswer } from './client.ts';
import { Unanswered } from './unanswered.ts';

/** `used-up`: no points are left. `running-out`: what is left will not do for what is still to be read. `too-fast`: a secondary limit. */
export type Limit = 'used-up' | 'running-out' | 'too-fast';

/** What the reading stands on where GitHub holds it back. */
export interface Patience {
  /** ISO UTC. */
  readonly now: () => string;
  readonly wait: (milliseconds: number) => Promise<void>;
  /** Longest wait for a limit to end, in minutes. */
  readonly minutes: number;
  /** Told before each wait; `until` is ISO UTC. */
  readonly waiting: (limit: Limit, until: string) => void;
}

/** GitHub holds us back for longer than we were told to wait: nothing that was read so far is to be taken for all. */
export class LimitReached extends Error {
  override readonly name = 'LimitReached';
  readonly limit: Limit;
  /** When it ends (ISO UTC). */
  readonly until: string;

  constructor(limit: Limit, until: string) {
    super(`GitHub's limit is reached (${limit}) until ${until}`);
    this.limit = limit;
    this.until = until;
  }
}

interface Allowance {
  readonly remaining: number;
  readonly resetAt: string;
}

/** Points that are left to others who share the token. */
const reserve = 10;
const mostWaits = 5;
const minute = 60_000;

/** A wire that keeps within limits; queries that ask for `rateLimit { remaining resetAt }` tell it how much is left. */
export class WithinLimits implements GitHub {
  readonly #github: GitHub;
  readonly #patience: Patience;
  #left: Allowance | null = null;
  /** Points still to be spent, as far as that is known. */
  needs: () => number = () => 1;

  constructor(github: GitHub, patience: Patience) {
    this.#github = github;
    this.#patience = patience;
  }

  /** @throws LimitReached, and whatever else the wire throws */
  async graphql(document: string, variables: Record<string, unknown>): Promise<GraphQLAnswer> {
    await this.#room();
    for (let waits = 0; ; waits += 1) {
      try {
        return this.#whole(await this.#github.graphql(document, variables));
      } catch (error) {
        if (!(error instanceof Unanswered && error.limited)) throw error;
        await this.#heldBack(error, waits);
      }
    }
  }

  rest: GitHub['rest'] = (route, parameters) => this.#github.rest(route, parameters);

  /** A limit may come as an error of an answer: HTTP 200, and no data. */
  #whole(answer: GraphQLAnswer): GraphQLAnswer {
    const limited = answer.errors.find(({ type }) => type === 'RATE_LIMITED');
    if (limited) throw new Unanswered(limited.message, { status: 200, limited: true });
    const rate = answer.data?.rateLimit as Partial<Allowance> | null | undefined;
    if (rate && typeof rate.remaining === 'number' && typeof rate.resetAt === 'string') {
      this.#left = { remaining: rate.remaining, resetAt: rate.resetAt };
    }
    return answer;
  }

  /** Is enough left for all that is to be read? Stops before the first request too many, rather than in the middle. */
  async #room(): Promise<void> {
    const { now } = this.#patience;
    const left = this.#left;
    if (!left || left.resetAt <= now() || left.remaining >= this.needs() + reserve) return;
    const soon = Date.parse(left.resetAt) - Date.parse(now()) <= this.#patience.minutes * minute;
    if (soon && left.remaining > reserve) return;
    await this.#until('running-out', left.resetAt);
    this.#left = null;
  }

  async #heldBack({ status, retryAfterSeconds, resetAt }: Unanswered, waits: number): Promise<void> {
    const primary = resetAt ?? (status === 200 ? this.#left?.resetAt : null);
    const { now } = this.#patience;
    // Where GitHub does not say how long: a minute, then twice as long each time.
    const told = retryAfterSeconds ?? 60 * 2 ** waits;
    const until = primary ?? new Date(Date.parse(now()) + told * 1000).toISOString();
    const limit = primary ? 'used-up' : 'too-fast';
    if (waits >= mostWaits) throw new LimitReached(limit, until);
    await this.#until(limit, until);
    this.#left = null;
  }

  async #until(limit: Limit, until: string): Promise<void> {
    const { now, minutes, wait, waiting } = this.#patience;
    const milliseconds = Math.max(0, Date.parse(until) - Date.parse(now()));
    if (milliseconds > minutes * minute) throw new LimitReached(limit, until);
    waiting(limit, until);
    // A second more: our clock and GitHub's differ.
    await wait(milliseconds + 1000);
  }
}
