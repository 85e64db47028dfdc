// What is asked of a measuring and what comes of it: the one thing that the command line and the Action share.
import type { MetricsIssue } from './core/metrics-issue.ts';
import type { Services } from './footing.ts';
import type { GitHub } from './github/client.ts';
import type { ConfigFiles } from './github/config-cache.ts';
import type { Period } from './metrics/period.ts';
import type { Report } from './metrics/report.ts';

/** Where the incidents come from. */
export type IncidentSource =
  /** GitHub; each `owner/name`, or `owner/*` for every repository of an organisation that the token sees. At least one. */
  | { readonly from: 'github'; readonly repositories: readonly string[] }
  /** Lines as `sitrep export` writes them. */
  | {
      readonly from: 'lines';
      readonly text: AsyncIterable<string>;
      /** What the file is called where a line is wrong. */
      readonly file: string;
      /** The config of the folder that somebody stands in; null: there is none, and the lines' own handbook holds. */
      readonly config: ConfigFiles | null;
    };

export interface MeasureAsked {
  readonly source: IncidentSource;
  /**
   * `owner/name` whose config tells handbook and zone, and where the metrics issue lives; null: the first repository of the source,
   * without one the default handbook.
   */
  readonly home: string | null;
  /** `2026-W10`, `last-week`, `this-week`; as somebody typed it. */
  readonly period: string;
  /** Label of the metrics issues that the first look shows; `incident-metrics` where it is not said. */
  readonly label?: string;
  /** Id of a shipped handbook instead of the home's; null: the home's. */
  readonly handbook: string | null;
  /** IANA zone in which weeks are counted; null: the handbook's. */
  readonly zone: string | null;
  /** A day (`2025-12-01`) or time: what nothing was said of since then is not counted; null: the twelve weeks and 90 days before them. */
  readonly since: string | null;
  /** Our clock; ISO UTC. */
  readonly now: string;
}

/** An issue with the label of metrics in the home repository, as the first look showed it. */
export interface KeptMetrics extends Omit<MetricsIssue, 'mine'> {
  /** Written by whom the token acts for, and last edited by them. */
  readonly ours: boolean;
}

/** What the first request shows before any page is read. */
export interface FirstLook {
  /** Of all that the report is made of: asked, period, config, and what GitHub shows of the incidents. The same digest: the same report. */
  readonly digest: string;
  /** Newest first; empty where nobody asked for a home. */
  readonly kept: readonly KeptMetrics[];
  /** Login of whom the token acts for. */
  readonly viewer: string;
}

export type Measured =
  | {
      readonly kind: 'measured';
      readonly report: Report;
      readonly title: string;
      /** Markdown, at most 65,536 characters. */
      readonly body: string;
      readonly csv: string;
      readonly json: string;
      /** By metric id: a plain number, empty where nothing was measured. */
      readonly outputs: Readonly<Record<string, string>>;
      /** What people should know beside the report, in sentences: repositories that were not read, cards that were not proved. */
      readonly problems: readonly string[];
      /** Null: the incidents came from a file. */
      readonly look: FirstLook | null;
    }
  /** The caller said of the first look that its report is kept already: nothing else was read. */
  | { readonly kind: 'unchanged'; readonly period: Period; readonly look: FirstLook }
  /** The words were not understood: what, and what to write instead. */
  | { readonly kind: 'refused'; readonly why: string };

/** How far the reading of one repository has come. */
export interface ReadingProgress {
  /** `owner/name`. */
  readonly repository: string;
  readonly read: number;
  /** As GitHub counts them; null: not known yet. */
  readonly total: number | null;
}

/** What `measure(asked, wires)` of `src/measure.ts` stands on. */
export interface MeasureWires {
  /** Asked for only where something is read from GitHub. */
  readonly github: () => GitHub;
  readonly services: Services;
  /** Called often; whoever shows it decides how seldom. */
  readonly progress: (step: ReadingProgress) => void;
  /** Sentences while it runs: that a limit is waited out, for instance. */
  readonly say: (sentence: string) => void;
  readonly wait: (milliseconds: number) => Promise<void>;
  /** Longest time to wait for a limit of GitHub's to end, in minutes; ten where nothing is said. */
  readonly patience?: number;
  /** The time, by which limits are waited out: ISO UTC; the machine's own where nothing is given. */
  readonly clock?: () => string;
  /** Whether the report of this look stands where it is kept already; then nothing more is read. */
  readonly isKept: (look: FirstLook, period: Period) => boolean;
}
