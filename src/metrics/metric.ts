// What can be measured of incidents: a metric finds samples, and says of every incident that it leaves out why.
import type { Milestone } from '../core/milestone.ts';
import type { IncidentLine } from '../lines/line.ts';
import type { Term } from '../time/term.ts';

/** Incidents apart from what no number counts (drills, duplicates, requests…). */
export interface Population {
  readonly counted: readonly IncidentLine[];
  readonly excluded: readonly Excluded[];
  /** Sub-incidents, by the address of the one they count with. */
  readonly children: ReadonlyMap<string, readonly IncidentLine[]>;
  /** Until when is counted; ISO UTC. */
  readonly asOf: string;
  /** Where durations begin, by metric id, where it is not their definition's own `from`. */
  readonly starts: Readonly<Record<string, Milestone>>;
  /** How long after an incident another one with its cause is a recurrence: see recurs-within. */
  readonly recursWithin: Term;
}

export const exclusions = [
  'drill',
  'duplicate',
  'not-an-incident',
  'unconfirmed',
  'other-type',
  'counts-with-parent',
] as const;
/** Why no number counts an incident. `unconfirmed`: an outsider reported it, and no responder said that it is one. `other-type`: a request, planned work: a type that the handbook does not count. */
export type Exclusion = (typeof exclusions)[number];

export interface Excluded {
  readonly line: IncidentLine;
  readonly why: Exclusion;
}

/** One value of one incident. */
export interface Sample {
  readonly line: IncidentLine;
  /** When it counts: the moment of the metric's cohort; ISO UTC. */
  readonly at: string;
  /** Minutes of a duration, yes or no of a share, 1 of a count. */
  readonly value: number | boolean;
  /** What it is about where an incident has several: a clock, an audience, a category; null: the incident itself. */
  readonly what: string | null;
}

/** An incident, or a part of one, that cannot be measured. */
export interface LeftOut {
  readonly line: IncidentLine;
  readonly at: string;
  /** In a few words, e.g. `no detected`. */
  readonly why: string;
  /** The milestone without which it cannot be measured, where that is why. */
  readonly missing?: Milestone;
}

/** What a metric found; `notMeasured`: the record holds no such facts yet, and which ones are needed, in words. */
export type Finding =
  | { readonly samples: readonly Sample[]; readonly leftOut: readonly LeftOut[] }
  | { readonly notMeasured: string };

export const metricGroups = ['times', 'recurrence', 'severity', 'follow-up', 'promises', 'counts', 'learning'] as const;
export type MetricGroup = (typeof metricGroups)[number];

/** Something that can be measured, the same for every team. */
export interface Metric {
  /** `time-to-resolve`: also the name of the Action's output. */
  readonly id: string;
  readonly name: string;
  readonly group: MetricGroup;
  readonly unit: 'minutes' | 'share' | 'count';
  /** The moment that puts a sample into a week, in a word: `resolved`, `declared`, `due`… */
  readonly cohort: string;
  /** How it is reckoned, in one sentence. */
  readonly formula: string;
  /** What it leaves out beside what no number counts, in words. */
  readonly leavesOut: readonly string[];
  /** Stands in the first table. */
  readonly headline: boolean;
  readonly better: 'lower' | 'higher' | null;
  find(population: Population): Finding;
}

/** A duration as data: from one milestone to another. */
export interface Duration {
  readonly id: string;
  readonly name: string;
  readonly from: Milestone;
  readonly to: Milestone;
  /** `wall`: every minute counts, nights and weekends too. */
  readonly clock: 'wall';
  /**
   * The moment that puts it into a week: `resolved`, so that a week's times are all of the same incidents; of what comes after
   * that its own end, since a week's report would else leave out nearly all.
   */
  readonly cohort: 'resolved' | 'closed' | 'reviewed';
  /** For which severities: all of them, or those at or above the handbook's ranks up to this one (0 the most severe). */
  readonly severities: 'all' | { readonly upToRank: number };
  readonly headline: boolean;
}
