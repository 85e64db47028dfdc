// The time in which an incident was active comes in stretches: a relapse begins another one.

/** A stretch of time in which the incident was active; `until` null while it is (decision 17). */
export interface Segment {
  readonly from: string;
  readonly until: string | null;
}
