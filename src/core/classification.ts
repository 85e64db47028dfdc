// How a handbook tells matters apart: types, measured thresholds, and the tree of questions that proposes a severity.
import type { Term } from '../time/term.ts';

/** A kind of matter that Sitrep keeps: incident, service request, security matter, near miss. */
export interface IncidentType {
  readonly id: string;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly description: string;
  /** Its own label beside the incident's; null: none. */
  readonly label: { readonly name: string; readonly color: string } | null;
  /** Whether the gate and the checklist hold for it. */
  readonly gate: boolean;
  /** Whether the roles that a severity requires are required for it. */
  readonly roles: boolean;
  /** Whether clocks run for it. */
  readonly clocks: boolean;
  /** Whether a post-mortem is owed for it at the severities that need one. */
  readonly postMortem: boolean;
  /** Template of its post-mortem whatever the severity; null: as the severity has it. */
  readonly template: string | null;
  /** Not to be spoken of in public: see the handbook's `security`. */
  readonly private: boolean;
  /** The least severe level that is a major incident for this type; null: as the handbook says. */
  readonly major: string | null;
  /** False: no incident at all (a request, a near miss, planned work), and no number counts it. */
  readonly counted: boolean;
}

/** A part of the way from noticing to learning. */
export interface Stage {
  readonly id: string;
  readonly name: string;
  readonly text: string;
  /** Statuses in which it happens; empty: before or after the incident's own. */
  readonly statuses: readonly string[];
  /** When, counted from the detection, in words; null: not said. */
  readonly when: string | null;
}

/** A way in which reports come in: a monitor's alert, a call. */
export interface ReportedBy {
  readonly id: string;
  readonly name: string;
  /** Other words by which a report tells that it came in this way. */
  readonly aliases: readonly string[];
  /** It was customers who noticed. */
  readonly customers: boolean;
  /** What is asked before it is reported, in order; who answers yes to one, or is not sure, reports it. */
  readonly questions: readonly string[];
}

/** What a level that is no incident turns into: the incident is closed, and an ordinary issue with a link goes on. */
export interface Becomes {
  /** What people call it, with its article: `a bug`. */
  readonly name: string;
  readonly labels: readonly string[];
  /** Put into the repository's current milestone. */
  readonly currentMilestone: boolean;
}

/** A number that proposes a severity by itself (any one of several is enough). */
export interface Measure {
  readonly id: string;
  readonly name: string;
  /** What stands behind the number, e.g. `%` or `$ per hour`. */
  readonly unit: string;
  /** More than this proposes the severity. */
  readonly above: Readonly<Record<string, number>>;
}

/** One question of the triage tree. */
export interface TriageQuestion {
  readonly id: string;
  readonly text: string;
  /** By the word to answer with (`yes`, `no`, …): a severity's id, or the next question's. */
  readonly answers: Readonly<Record<string, string>>;
}

export const lowerings = ['free', 'after-stability', 'after-resolved'] as const;
/** When a severity may be lowered: at any time, after the level's own stability period, or only from `resolved` on. */
export type Lowering = (typeof lowerings)[number];

export const queueKeys = ['severity', 'type', 'age'] as const;
/** What the queue of open incidents is sorted by; types in the handbook's order, age oldest first. */
export type QueueKey = (typeof queueKeys)[number];

/** A team's part of a complex incident. */
export interface SubTeam {
  readonly id: string;
  readonly name: string;
}

/** How an incident is split when it is too big for one commander. */
export interface SubTeams {
  /** Names that are given in this order. */
  readonly teams: readonly SubTeam[];
  /** Time box of a sub-team's task unless one is said; null: none. */
  readonly timeBox: Term | null;
  /** More people than this reporting to who leads is too many; null: never said. */
  readonly mostReports: number | null;
}
