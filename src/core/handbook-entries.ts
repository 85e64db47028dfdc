// What the main tables of a handbook are made of: severities, statuses, roles.

import type { Term } from '../time/term.ts';
import type { Becomes } from './classification.ts';
import type { Milestone } from './milestone.ts';

export interface Severity {
  readonly id: string;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly color: string;
  readonly description: string;
  readonly criteria: readonly string[];
  readonly examples: readonly string[];
  /** How it is answered, in a few words; null: not said. */
  readonly response: string | null;
  /** Conditions by kind (`business`, `customer`…): any one of them makes it this severe. */
  readonly thresholds: Readonly<Record<string, readonly string[]>>;
  /**
   * Rights or role ids that may say that it is this severe; from others it counts as assumed until one of them agrees.
   * Empty: anyone who may say `/severity`.
   */
  readonly setBy: readonly string[];
  /** So long it must be stable before it may be lowered from here; null: no such time. */
  readonly stability: Term | null;
  /** No incident at all, but this; null: an incident. */
  readonly becomes: Becomes | null;
}

export interface Status {
  readonly id: string;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly color: string;
  readonly description: string;
  /** The milestone that entering this status sets, if any. */
  readonly milestone: Milestone | null;
  /** Statuses that may follow this one. */
  readonly next: readonly string[];
  /** So long it stays here at least before it goes forward; null: no such time. */
  readonly minimum: Term | null;
  /** Reached so long after the declaration at the latest, at any severity; null: not said. */
  readonly within: Term | null;
}

export interface Role {
  readonly id: string;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly holders: 'one' | 'many';
  /** Severity ids at which the role must be held. */
  readonly requiredAt: readonly string[];
  /** Type ids for which the role must be held whatever the severity. */
  readonly requiredFor: readonly string[];
  /** At most five lines, shown to who takes it. */
  readonly duties: readonly string[];
  /** What its holder decides alone, and what only with or through others, in words. */
  readonly authority: readonly string[];
  /** The holder leads the incident (right `lead`). */
  readonly leads: boolean;
  /** Commands its holder may say whatever their access to the repository. */
  readonly may: readonly string[];
  /** Roles that the same person cannot hold at the same time; holds both ways. */
  readonly notWith: readonly string[];
  /** What one must have to take it, in words, and the teams whose members have it (empty: taken on trust). */
  readonly prerequisite: { readonly text: string; readonly teams: readonly string[] } | null;
  /** What it takes at a severity, in words, e.g. `Director or above`. */
  readonly seniority: Readonly<Record<string, string>>;
  /** Nobody else can give it: who holds it says so. */
  readonly selfDeclared: boolean;
  /** The role for which its holder stands in while nobody holds that; null: for none. */
  readonly standsInFor: string | null;
  readonly handover: Handover | null;
  /** By severity: after so long without a word of its holder they are asked for one; missing: never. */
  readonly checkIn: Readonly<Record<string, Term>>;
}

/** When and how a role is handed on. */
export interface Handover {
  /** Offered after so long in the role, and required after so long; null: not said. */
  readonly offeredAfter: Term | null;
  readonly requiredAfter: Term | null;
  /** What who leaves and who comes do, in order. */
  readonly steps: readonly string[];
}
