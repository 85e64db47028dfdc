// The moments that every process has, and what is known of one.
import type { Person } from './person.ts';

/** Those of the incident itself, in order; what comes after them is done about it. */
export const milestonesUntilResolved = [
  'started',
  'detected',
  'declared',
  'acknowledged',
  'identified',
  'mitigated',
  'resolved',
] as const;

export const milestones = [...milestonesUntilResolved, 'reviewed', 'closed'] as const;
/** The nine moments that metrics read; each handbook's statuses map onto these. */
export type Milestone = (typeof milestones)[number];

/** A milestone as known: when it happened, who said so and whether it was inferred. */
export interface MilestoneMark {
  readonly at: string;
  readonly saidAt: string;
  readonly by: Person | null;
  readonly source: string;
  readonly inferred: boolean;
}
