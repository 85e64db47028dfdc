// When to ask GitHub again after a pass failed: as the error tells it, or what is usual.
import { Unanswered } from './github/unanswered.ts';

/** After a fault. */
const faultRest = 5;
/** After a limit of which GitHub does not say when it ends. */
const limitRest = 60;
/** GitHub counts by the hour: what is longer is our clock's fault. */
const longestRest = 3600;

/** @param now our clock, ISO */
export function secondsToRest(error: unknown, now: string): number {
  if (!(error instanceof Unanswered)) return faultRest;
  const { limited, resetAt, retryAfterSeconds } = error;
  const untilReset = resetAt === null ? 0 : Math.ceil((Date.parse(resetAt) - Date.parse(now)) / 1000);
  return retryAfterSeconds ?? (untilReset > 0 ? Math.min(untilReset, longestRest) : limited ? limitRest : faultRest);
}
