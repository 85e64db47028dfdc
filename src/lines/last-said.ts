// When something was last said of an incident, by its line alone: the same whether it came from GitHub or from a file.
import type { IncidentLine } from './line.ts';

/** The newest moment at which anything on the line was said or done (deadlines are neither). ISO UTC; null: no moment at all. */
export function lastSaid(line: IncidentLine): string | null {
  const { milestones, severity, roles, tasks, called, words, closed, clocks, actionItems, interventions } = line;
  const moments: readonly (string | null | undefined)[] = [
    ...Object.values(milestones).map((mark) => mark?.saidAt),
    ...(severity?.changes ?? []).map(({ at }) => at),
    ...roles.flatMap(({ from, until }) => [from, until]),
    ...tasks.map(({ at }) => at),
    ...called.map(({ at }) => at),
    ...words.flatMap(({ at, approvals, published, retracted }) => [
      ...[at, published?.at, retracted?.at],
      ...approvals.map((approval) => approval.at),
    ]),
    ...(clocks ?? []).flatMap(({ startedAt, stoppedAt }) => [startedAt, stoppedAt]),
    ...(actionItems ?? []).flatMap(({ createdAt, endedAt }) => [createdAt, endedAt]),
    ...interventions.map(({ at }) => at),
    closed?.at,
  ];
  return moments.reduce<string | null>((newest, at) => (at && (newest === null || at > newest) ? at : newest), null);
}
