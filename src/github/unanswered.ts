// The one exception of this room: GitHub gave no answer, or refused the request as a whole.

interface Detail {
  readonly status?: number;
  readonly limited?: boolean;
  readonly partial?: boolean;
  readonly retryAfterSeconds?: number | null;
  readonly resetAt?: string | null;
}

/** No answer came (network), or the request as a whole was refused: a limit, 5xx. Nothing is known of what a write did. */
export class Unanswered extends Error {
  override readonly name = 'Unanswered';
  /** HTTP status; null when there was none. */
  readonly status: number | null;
  /** A primary or secondary limit: GitHub wants us to wait. */
  readonly limited: boolean;
  /** Seconds GitHub asks us to wait; null when it does not say. */
  readonly retryAfterSeconds: number | null;
  /** When the primary limit ends (ISO UTC), where it is that one and GitHub says so; null else. */
  readonly resetAt: string | null;

  /** What was asked was too much at once: answered in part, or timed out. Less may be answered. */
  readonly tooBig: boolean;

  constructor(message: string, detail: Detail = {}) {
    super(message);
    this.status = detail.status ?? null;
    this.limited = detail.limited ?? false;
    this.tooBig = detail.partial === true || detail.status === 502 || detail.status === 504;
    this.retryAfterSeconds = detail.retryAfterSeconds ?? null;
    this.resetAt = detail.resetAt ?? null;
  }
}

/** Whether GitHub said no to the request as a whole, so that nothing of it was done; else nobody knows. */
export function isRefused(error: unknown): boolean {
  if (!(error instanceof Unanswered)) return false;
  return error.limited || (error.status !== null && error.status >= 400 && error.status < 500);
}
