// What is asked of the reading of many incidents, and what it tells while it reads: the signature of src/incident-lines.ts.
import type { Resolved } from './config/parse.ts';
import type { Services } from './footing.ts';
import type { GitHub } from './github/client.ts';
import type { KeptMetrics, ReadingProgress } from './measured.ts';
import type { RepositoryRead } from './metrics/report.ts';

export interface LinesAsked {
  /** Each `owner/name`, or `owner/*` for all of an organisation that the token sees. At least one. */
  readonly repositories: readonly string[];
  /**
   * ISO UTC: incidents that have not changed since are left out, unless they are open. Null: none is left out.
   */
  readonly since: string | null;
  /** `owner/name` of the repository that keeps the metrics issues, whose config is given with the first look; null: none. */
  readonly home: string | null;
  /** The label of metrics issues. */
  readonly label: string;
}

/** What the first request shows, before any incident is read. */
export interface IncidentsLook {
  /** Of the repositories, their configs, and how many incidents there are and when the newest of them changed: hex. */
  readonly digest: string;
  /** The newest five issues of the home that bear the label of metrics, newest first. */
  readonly kept: readonly KeptMetrics[];
  /** Login of whom the token acts for, without `[bot]`. */
  readonly viewer: string;
  /** The config of the home; null: no home was asked for, or it cannot be read. */
  readonly home: Resolved | null;
  /** Cards are read without proof: no key was given (`SITREP_LEDGER_KEY`), so who may act as the app's bot could have written them. */
  readonly unproved: boolean;
}

/** What `readIncidentLines(asked, wires)` of `src/incident-lines.ts` stands on. */
export interface LinesWires {
  /** May repeat reads after a network fault; must not wait out limits. */
  readonly github: GitHub;
  readonly services: Services;
  /** ISO UTC. */
  readonly now: () => string;
  readonly wait: (milliseconds: number) => Promise<void>;
  /** Sentences while it runs: that a limit is waited out, that cards are not proved. */
  readonly say: (sentence: string) => void;
  readonly progress: (step: ReadingProgress) => void;
  /** Called once, before the first line. @returns whether to read on. */
  readonly look: (look: IncidentsLook) => boolean;
  /** Called once for each repository, when it was read or could not be. */
  readonly repository: (read: RepositoryRead) => void;
  /** Longest time to wait for a limit to end, in minutes; ten where nothing is said. */
  readonly patience?: number;
}
