/** What the wire does with one request. */
export type WireVerdict =
  | { readonly kind: 'fine' }
  | { readonly kind: 'lost' }
  /** 403 unless told otherwise; null: GitHub does not say for how long. */
  | { readonly kind: 'limited'; readonly retryAfter: number | null; readonly status?: 403 | 429 }
  /** 502 unless told otherwise. */
  | { readonly kind: 'executed, then 502'; readonly status?: 502 | 504 };

/** What GitHub says when it holds somebody back. */
export const SECONDARY_LIMIT =
  'You have exceeded a secondary rate limit. Please wait a few minutes before you try again.';

/** No usable answer; of the same shape as Octokit's RequestError. A connection that broke has no `response`. */
export class WireError extends Error {
  override readonly name = 'HttpError';
  readonly status: number;
  readonly response?: { readonly status: number; readonly headers: Record<string, string>; readonly data: unknown };

  constructor(message: string, status: number, headers?: Record<string, string>, data: unknown = { message }) {
    super(message);
    this.status = status;
    if (headers) this.response = { status, headers, data };
  }
}

/** How long GitHub asks to wait, as it says so. */
export function waitHeaders(seconds: number | null): Record<string, string> {
  return seconds === null ? {} : { 'retry-after': String(seconds) };
}

/** The error a client gets for a verdict that is not `fine`. Octokit gives a broken connection the status 500. */
export function wireError(verdict: WireVerdict): WireError {
  if (verdict.kind === 'limited')
    return new WireError(SECONDARY_LIMIT, verdict.status ?? 403, waitHeaders(verdict.retryAfter));
  if (verdict.kind === 'executed, then 502') return new WireError('Server Error', verdict.status ?? 502, {});
  return new WireError('fetch failed: other side closed', 500);
}
