// How an incident is told from another issue, where a webhook is all there is to go by.

/** How incidents are told in a repository. */
export interface Marks {
  /** Labels that make an incident: the config's now, and those that open incidents began with. */
  readonly labels: readonly string[];
  /** Headings under which a report tells its severity. */
  readonly headings: readonly string[];
  /** Labels that tell the level, the worst first. */
  readonly levels: readonly string[];
}
