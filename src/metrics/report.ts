// The report as data: every number with how many stand behind it, before any of it is put into words.
import type { Milestone } from '../core/milestone.ts';
import type { IncidentLine, Intervention, LineActionItem } from '../lines/line.ts';
import type { Excluded, Exclusion, Metric } from './metric.ts';
import type { Period } from './period.ts';

/** Why some were left out, and how many, most first. */
export type LeftOutCounts = readonly { readonly why: string; readonly count: number }[];

/** Durations of one window, in minutes. Under five there are the values, and no median, percentile or mean. */
export interface DurationCell {
  readonly kind: 'duration';
  readonly n: number;
  readonly leftOut: LeftOutCounts;
  /** Shortest first; empty from five on. */
  readonly values: readonly number[];
  readonly median: number | null;
  readonly p90: number | null;
  readonly mean: number | null;
}

/** `yes` of `n`; and of each clock or audience by itself (the samples' `what`, by its name in order), none where there is no such. */
export interface ShareCell {
  readonly kind: 'share';
  readonly n: number;
  readonly yes: number;
  readonly leftOut: LeftOutCounts;
  readonly by: readonly { readonly what: string; readonly n: number; readonly yes: number }[];
}

/** How many, by category (its name), most first; one without categories has none. */
export interface CountCell {
  readonly kind: 'count';
  readonly n: number;
  readonly leftOut: LeftOutCounts;
  readonly by: readonly { readonly what: string; readonly count: number }[];
}

export interface NotMeasuredCell {
  readonly kind: 'not-measured';
  readonly why: string;
}

export type Cell = DurationCell | ShareCell | CountCell | NotMeasuredCell;

/**
 * Whether the median became another one since the previous period: a bootstrap interval (95 %, seeded) of the difference of the
 * medians, in minutes. `unclear`: it covers zero. `too-few`: one of the two has fewer than five.
 */
export type Trend =
  | { readonly kind: 'unclear' | 'longer' | 'shorter'; readonly low: number; readonly high: number }
  | { readonly kind: 'too-few' }
  | { readonly kind: 'none' };

/** What the reader may know of a metric: all of it but how it finds. */
export type MetricHead = Omit<Metric, 'find'> & {
  /** Of a duration, as it was reckoned here. */
  readonly from: Milestone | null;
  readonly to: Milestone | null;
};

export interface MetricRow {
  readonly metric: MetricHead;
  readonly period: Cell;
  readonly previous: Cell;
  /** The twelve weeks that end with the period. */
  readonly rolling: Cell;
  /** Median, share (0–1) or count of each of the twelve weeks, oldest first; null: nothing to measure. */
  readonly weekly: readonly (number | null)[];
  readonly trend: Trend;
}

/** A level as its handbook calls it. */
export interface Level {
  readonly id: string;
  readonly name: string;
  readonly rank: number;
}

export interface SeverityRows {
  /** Null: incidents whose severity is not known. */
  readonly level: Level | null;
  /** Declared in the period. */
  readonly declared: number;
  /** Of the headline metrics, by metric id. */
  readonly period: Readonly<Record<string, Cell>>;
  readonly rolling: Readonly<Record<string, Cell>>;
}

export interface Week {
  /** `2026-W10`. */
  readonly id: string;
  /** Declared, by the level's name, most severe first; those of unknown severity under the empty name. */
  readonly declared: Readonly<Record<string, number>>;
  /** Minutes; null: nothing was resolved. Under five incidents they are of so few: `n` says it. */
  readonly resolve: { readonly n: number; readonly median: number; readonly p90: number } | null;
  /** Clocks that were met; null: none ran. */
  readonly clocks: { readonly n: number; readonly yes: number } | null;
}

/** An incident that was declared or resolved in the period. */
export interface IncidentRow {
  readonly line: IncidentLine;
  /** Minutes by metric id; null: it cannot be measured. */
  readonly minutes: Readonly<Record<string, number | null>>;
  /** Minutes in which it was active, its own and those of incidents that count with it, each minute once; null: not known. */
  readonly activeMinutes: number | null;
}

/** An incident of the twelve weeks, counted or not: a row of the CSV. */
export interface WindowRow extends IncidentRow {
  /** Why no number counts it; null: they do. */
  readonly excluded: Exclusion | null;
}

/** What a repository gave. */
export interface RepositoryRead {
  /** `owner/name`. */
  readonly name: string;
  readonly incidents: number;
  readonly fromIssueOnly: number;
  /** Why it could not be read, and what to do; null: it was. */
  readonly problem: string | null;
}

export interface QualityRow {
  readonly line: IncidentLine;
  readonly missing: readonly Milestone[];
  /** Lines to type into the incident, one for each that is missing. */
  readonly commands: readonly string[];
  /** What is wrong with its card; null: nothing. */
  readonly problem: string | null;
}

export interface Report {
  readonly period: Period;
  readonly previous: Period;
  /** The first moment of the twelve weeks that end with the period; ISO UTC. */
  readonly rollingFrom: string;
  /** IANA zone in which weeks are counted. */
  readonly zone: string;
  readonly asOf: string;
  /** Incidents that were closed before it were not read; ISO UTC; null: all were. */
  readonly since: string | null;
  readonly handbook: { readonly id: string; readonly name: string };
  readonly repositories: readonly RepositoryRead[];
  readonly rows: readonly MetricRow[];
  readonly severities: readonly SeverityRows[];
  /** Twelve, oldest first; the last one is the period. */
  readonly weeks: readonly Week[];
  readonly incidents: readonly IncidentRow[];
  /** Declared or resolved in the twelve weeks, or still open; by declaration, oldest first. */
  readonly window: readonly WindowRow[];
  /** Not resolved as of `asOf`, oldest first. */
  readonly open: readonly { readonly line: IncidentLine; readonly ageMinutes: number }[];
  readonly overdue: {
    readonly postMortems: readonly {
      readonly line: IncidentLine;
      readonly dueAt: string;
      readonly owner: string | null;
    }[];
    readonly actionItems: readonly { readonly line: IncidentLine; readonly item: LineActionItem }[];
  };
  /** What came back, and what it came back from. */
  readonly recurrences: readonly { readonly line: IncidentLine; readonly of: IncidentLine; readonly because: string }[];
  /** Of incidents that were declared or came to the end of a time in the period; and every one whose card is broken. */
  readonly quality: readonly QualityRow[];
  /** Said in the period. */
  readonly interventions: readonly { readonly line: IncidentLine; readonly intervention: Intervention }[];
  /** Declared in the period, and counted by no number. */
  readonly excluded: readonly Excluded[];
}
