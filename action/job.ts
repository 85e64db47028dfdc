// What a run of the Action stands in: a job's environment, and the toolkit's ways out of it.
import type { Footing } from '../src/core/footing.ts';
import type { Services } from '../src/footing.ts';
import type { GitHub } from '../src/github/client.ts';
import type { JobEvent } from './happening.ts';
import type { ReadInput } from './inputs.ts';
import type { ThisRun } from './run-before.ts';

/** Handed in, so that a run can be tried without a runner. */
export interface Job {
  readonly read: ReadInput;
  /** `owner/name` of the repository that the workflow runs in. */
  readonly home: string;
  readonly event: JobEvent;
  readonly run: ThisRun;
  /** When the run began; ISO UTC. */
  readonly now: string;
  /** Our clock; ISO UTC. */
  readonly time: () => string;
  readonly github: (token: string) => GitHub;
  /** @param ledgerKey null: cards are read without proof */
  readonly services: (ledgerKey: string | null, footing?: Footing) => Services;
  /** Hash of what reports are laid out with: another one makes other reports of the same incidents. */
  readonly edition: string;
  readonly wait: (milliseconds: number) => Promise<void>;
  /** The same for what must not keep a run that is over. */
  readonly until: (milliseconds: number) => Promise<void>;
  /** Milliseconds of a clock that never goes back. */
  readonly clock: () => number;
  readonly secret: (value: string) => void;
  readonly output: (name: string, value: string) => void;
  /** The job's summary, in Markdown. */
  readonly summary: (text: string) => Promise<void>;
  /** Writes a file for the steps behind. @returns its path */
  readonly file: (name: string, text: string) => string;
  readonly info: (sentence: string) => void;
  readonly notice: (sentence: string) => void;
  readonly warning: (sentence: string) => void;
  readonly failed: (sentence: string) => void;
}
