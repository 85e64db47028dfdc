// What an incident owes before it is closed, and what the handbook calls for on the way.

import type { Term } from '../time/term.ts';
import { milestonesUntilResolved } from './milestone.ts';

/** Something that the handbook has done when an incident enters a severity or a status. */
export interface CalledTask {
  readonly id: string;
  readonly text: string;
  /** The role that owes it; null: any responder. */
  readonly role: string | null;
  /** At these severities; empty: at all. */
  readonly severities: readonly string[];
  /** Entering this status; null: from the declaration on. */
  readonly status: string | null;
  /** For these types; empty: for all but private ones, which name theirs. */
  readonly types: readonly string[];
  /** Done so long after it was called; null: no time. */
  readonly within: Term | null;
}

export const proofs = [
  'identified',
  'update-at-resolved',
  'post-mortem-merged',
  'final-severity',
  'final-summary',
  'duplicates-grouped',
  'classified',
  'tasks-done',
] as const;
/**
 * Facts that can tick a checklist item by themselves. `final-severity`, `final-summary`: said at or after `resolved`.
 * `duplicates-grouped`: an issue was linked as related or parent.
 * `classified`: somebody said the type. `tasks-done`: all that the handbook called for is done or dropped.
 */
export type Proof = (typeof proofs)[number];

export const needs = [
  'summary',
  'impact',
  'workaround',
  'solution',
  'services',
  'users-affected',
  'functions',
  'symptoms',
  'type',
  'roles',
  'decision',
  ...milestonesUntilResolved,
] as const;
/** What must be on record for a checklist item; `roles`: somebody holds or held one. */
export type Need = (typeof needs)[number];

export interface ChecklistItem {
  readonly id: string;
  readonly text: string;
  /** Role that owes it (shown in the gate's refusal); null: any responder. */
  readonly role: string | null;
  readonly provedBy: Proof | null;
  /** A relapse disproves it: its tick is taken back (decision 17). */
  readonly disprovedByRelapse: boolean;
  /** Ticks itself when all of these are on record; empty: it does not. */
  readonly needs: readonly Need[];
  /** At these severities; empty: at all. */
  readonly severities: readonly string[];
  /** For these types; empty: for all but private ones, which name theirs. */
  readonly types: readonly string[];
}

/** One line of the checklist, with its state. */
export interface ChecklistLine {
  readonly id: string;
  readonly text: string;
  readonly done: boolean;
  /** Who ticked it or what proves it; of an open one what it still needs; null: nothing to say. */
  readonly note: string | null;
}
