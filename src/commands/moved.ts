// What is told with a move from one status to another.

/** When it happened and why, where that was said; and when it was said. */
export interface Moved {
  /** ISO UTC; missing: as it was said. */
  readonly at?: string;
  readonly because?: string;
  /** ISO UTC. */
  readonly saidAt: string;
  /** `now` was said with it: whatever time the handbook asks for. */
  readonly now?: boolean;
}
