// The time that a report is about.

/** One ISO week, as the team's zone counts it. */
export interface Period {
  /** `2026-W10`. */
  readonly id: string;
  /** Its first moment; ISO UTC. */
  readonly from: string;
  /** The first moment after it; ISO UTC. */
  readonly until: string;
  /** Monday and Sunday: `2026-03-02`, `2026-03-08`. */
  readonly firstDay: string;
  readonly lastDay: string;
}
