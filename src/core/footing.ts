// What Sitrep stands on: a server that wakes in time, or GitHub's runners, which come hours late or not at all.
import type { Term } from '../time/term.ts';

export const footings = ['server', 'actions'] as const;
export type Footing = (typeof footings)[number];

/** Source: GitHub's "Events that trigger workflows", on `schedule` (delayed at high loads, some are dropped); gaps of six hours were told. */
export const leastPromised: Term = { amount: 360, unit: 'minutes' };

/** Whether a time may be shown as one by which Sitrep acts: without a server none is that comes in less than six hours. */
export function isPromisable({ amount, unit }: Term, footing: Footing): boolean {
  return footing === 'server' || unit !== 'minutes' || amount >= leastPromised.amount;
}
