// Time and who answers for it: clocks, regulators' clocks, escalation, on-call, and what is measured.
import type { RestRules } from '../oncall/rota-rest.ts';
import type { Term } from '../time/term.ts';
import type { Callee } from './callee.ts';
import type { Milestone } from './milestone.ts';
import type { Promised } from './service.ts';

export const clockEnds = [
  'acknowledged',
  'identified',
  'mitigated',
  'resolved',
  'reviewed',
  'closed',
  'update',
  'severity-confirmed',
  'reminder',
] as const;
/**
 * What stops a clock: a milestone, a status update, or the severity said by somebody. `reminder`: nothing does; it is said when
 * its time has come, as long as the incident is not resolved.
 */
export type ClockEnd = (typeof clockEnds)[number];

/** A promise of time. */
export interface Clock {
  readonly id: string;
  readonly name: string;
  readonly from: Milestone;
  readonly to: ClockEnd;
  /** By severity. */
  readonly within: Readonly<Record<string, Term>>;
  /** Its time is what the contracts of the affected customers promise, be it laxer than `within`; null: it is where they are stricter. */
  readonly contract: Promised | null;
  /** Begins again each time it ends (a cadence). */
  readonly repeats: boolean;
  /** The role that owes it. */
  readonly owner: string;
  /** Whether all time counts, or the team's working time only; a contract says so itself. */
  readonly time: 'wall' | 'business';
  /** Statuses in which it stands still. */
  readonly pausedIn: readonly string[];
  /** Percent of the time after which it is said, and after which it is escalated. */
  readonly warnAt: number | null;
  readonly escalateAt: number | null;
}

/** A regulator's or lawyer's clock of a security matter. */
export interface Regulation {
  readonly id: string;
  readonly name: string;
  /** Null: as the contract or regulator says. */
  readonly within: Term | null;
  readonly from: Milestone;
  readonly owner: string | null;
}

/** A step of the ladder: who is called, and how long before the next. */
export interface EscalationLevel {
  readonly id: string;
  readonly name: string;
  /** Who is called: roles, teams or people, as they stand in the team's own contacts. */
  readonly contacts: readonly string[];
  /** The same as far as we can find them and call them ourselves. */
  readonly calls: readonly Callee[];
  /** No answer for so long: the next level; null: none. */
  readonly timeout: Term | null;
  /** Severities at which it is called at once. */
  readonly at: readonly string[];
}

/**
 * What facts tell: the time-out of a level passed (the ladder itself goes by that), a clock ran out for long enough, the severity was
 * raised, the harm came back.
 */
export const triggering = ['no-answer', 'overdue', 'raised', 'relapsed'] as const;

/** When it is escalated. */
export interface EscalationTrigger {
  readonly id: string;
  readonly text: string;
  /** What facts tell of it; null: only people can. */
  readonly when: (typeof triggering)[number] | null;
  /** Of `overdue`: ids of the clocks that are meant, each once its `escalate-at` is reached. */
  readonly clocks: readonly string[];
  /** The level it goes to; null: the next. */
  readonly level: string | null;
  /** By itself, or by somebody's judgement. */
  readonly automatic: boolean;
}

export interface Escalation {
  readonly levels: readonly EscalationLevel[];
  readonly triggers: readonly EscalationTrigger[];
  /** What who escalates does, in order. */
  readonly steps: readonly string[];
  /** The least severe level at which it climbs by itself; null: the line of major incidents. */
  readonly from: string | null;
  /** What ends the climb: anything that a responder does, or only the word (`/ack`). */
  readonly ack: (typeof answers)[number];
}

export const answers = ['inferred', 'explicit'] as const;

/** How an alert of some priority reaches people, and what is expected of them. */
export interface Alert {
  readonly id: string;
  readonly name: string;
  /** When it reaches somebody, in words: `at all hours`; null: it reaches nobody. */
  readonly hours: string | null;
  /** What is to be done, and by when, in words. */
  readonly action: string;
}

/** How on-call is organised. */
export interface OnCall extends RestRules {
  /** Primary, backup…, in the order in which they are called. */
  readonly levels: readonly string[];
  /** How long a turn lasts; null: not said. */
  readonly rotation: Term | null;
  /** When it is handed on, in words. */
  readonly handover: string | null;
  readonly rules: readonly string[];
  /** Most urgent first. */
  readonly alerts: readonly Alert[];
  /** What is gone through at a hand-over of the shift. */
  readonly checklist: readonly string[];
}

export const statistics = ['mean', 'share', 'count'] as const;

/** A figure that the handbook asks for. */
export interface Indicator {
  readonly id: string;
  readonly name: string;
  readonly statistic: (typeof statistics)[number];
  /** What it means, in words. */
  readonly text: string;
  /** A mean of the time between two milestones, where it is one. */
  readonly from: Milestone | null;
  readonly to: Milestone | null;
  /** What it looks back on; null: not said. */
  readonly window: Term | null;
}

/** How a matter is handled that must not be spoken of in public. */
export interface Security {
  /** Roles that may be taken in it; empty: all. */
  readonly roles: readonly string[];
  /** Teams (`org/team`) whose members may take them; empty: whoever may take roles. */
  readonly teams: readonly string[];
  readonly rules: readonly string[];
  readonly regulations: readonly Regulation[];
}

/** What the organisation practises, teaches or reviews; `every` null: not said how often. */
export interface Practice {
  readonly id: string;
  readonly text: string;
  readonly every: string | null;
}

/** Whom to call, by reference: a page or a team, never a number. */
export interface Contact {
  readonly id: string;
  readonly name: string;
  readonly where: string;
}
