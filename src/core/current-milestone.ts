// The repository's milestones (GitHub's, not an incident's): which one people are working towards.

/** An open milestone of the repository. */
export interface RepositoryMilestone {
  /** Node id. */
  readonly id: string;
  readonly title: string;
  /** ISO UTC; null: without a due date. */
  readonly dueOn: string | null;
}

/**
 * The current one: of those whose due date has not passed the earliest, else the newest without a due date; null: there is none.
 * @param milestones the open ones, the one opened last first. @param now ISO UTC
 */
export function currentMilestone(milestones: readonly RepositoryMilestone[], now: string): RepositoryMilestone | null {
  const coming = milestones.flatMap((milestone) => {
    const day = milestone.dueOn === null ? null : dayOf(milestone.dueOn);
    return day !== null && day >= dayOf(now) ? [{ milestone, day }] : [];
  });
  const [next] = coming.toSorted((one, other) => (one.day < other.day ? -1 : one.day > other.day ? 1 : 0));
  return next?.milestone ?? milestones.find(({ dueOn }) => dueOn === null) ?? null;
}

/** GitHub keeps the day of a due date only: whichever hour it shows, it is not past until that day is over. */
function dayOf(at: string): string {
  return at.slice(0, 10);
}
