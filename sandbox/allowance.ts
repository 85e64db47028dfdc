/** What a token has left of this hour's points, and when there are new ones (ISO). */
export interface Left {
  readonly remaining: number;
  readonly resetAt: string;
}

const HOUR = 3_600_000;

/** Points of GraphQL by token. They never run out, until somebody orders that few are left. */
export class Allowance {
  #points: number | null = null;
  #resetAt = 0;
  readonly #spent = new Map<string, number>();

  /** From now to the end of the hour each token has so many. */
  leave(points: number, now: string): void {
    this.#points = points;
    this.#resetAt = Math.floor(Date.parse(now) / HOUR) * HOUR + HOUR;
    this.#spent.clear();
  }

  heal(): void {
    this.#points = null;
  }

  /** @returns null: nobody counts */
  left(token: string, now: string): Left | null {
    if (this.#points === null || Date.parse(now) >= this.#resetAt) return null;
    const remaining = Math.max(0, this.#points - (this.#spent.get(token) ?? 0));
    return { remaining, resetAt: `${new Date(this.#resetAt).toISOString().slice(0, 19)}Z` };
  }

  spend(token: string, points: number): void {
    this.#spent.set(token, (this.#spent.get(token) ?? 0) + points);
  }
}

/** GitHub's words when none are left; HTTP 200. */
export const usedUp = { type: 'RATE_LIMITED', message: 'API rate limit exceeded for this token.' } as const;
