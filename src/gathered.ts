// What a report is made of once everything was read, wherever it came from.
import type { IncidentLine } from './lines/line.ts';
import type { FirstLook } from './measured.ts';
import type { RepositoryRead } from './metrics/report.ts';
import type { Frame } from './metrics-frame.ts';
import type { Ground } from './metrics-ground.ts';

export interface Gathered {
  readonly ground: Ground;
  readonly frame: Frame;
  /** May hold more than counts. */
  readonly lines: readonly IncidentLine[];
  readonly repositories: readonly RepositoryRead[];
  /** What people should know beside the report, in sentences. */
  readonly problems: readonly string[];
  /** Null: the incidents came from a file. */
  readonly look: FirstLook | null;
}
