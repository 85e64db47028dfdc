// How a duration is measured: its definition made a metric.
import type { Milestone } from '../core/milestone.ts';
import type { IncidentLine } from '../lines/line.ts';
import { activeAgain, takenBack } from './active-again.ts';
import { findEach, type Given } from './find-each.ts';
import { whenResolved } from './find-resolved.ts';
import { lasted } from './lasted.ts';
import type { Duration, Finding, Metric, Population } from './metric.ts';

/** A duration as a metric: minutes of each incident, in the week of its cohort. */
export function durationMetric(duration: Duration): Metric {
  return {
    ...{ id: duration.id, name: duration.name, group: 'times', unit: 'minutes', cohort: duration.cohort },
    formula: durationFormula(duration, duration.from),
    leavesOut: leavesOut(duration),
    ...{ headline: duration.headline, better: 'lower' },
    find: (population) => findDuration(duration, population),
  };
}

/** The sentence that says how it is reckoned. @param from where it begins in this team's report */
export function durationFormula({ to, severities }: Duration, from: Milestone): string {
  const back = takenBack.includes(to) ? `; of one that came back to the last \`${to}\`` : '';
  const some = severities === 'all' ? '' : ` Only the ${severities.upToRank + 1} most severe levels.`;
  return (
    `Minutes from \`${from}\` to \`${to}\`, nights and weekends included${back}. ` +
    `Times that were inferred or recorded afterwards count.${some}`
  );
}

function leavesOut({ from, to, cohort }: Duration): readonly string[] {
  const disproved = takenBack.filter((milestone) => [from, to, cohort].includes(milestone));
  return [
    `incidents without ${cohort === to ? '' : `\`${cohort}\`, or without `}one of the two`,
    'those that end before they begin',
    ...disproved.map((milestone) => `those that were active again and not \`${milestone}\` anew`),
  ];
}

/** Where it begins in this team's report. @param starts as in Population */
export function startOf({ id, from }: Duration, starts: Population['starts']): Milestone {
  return starts[id] ?? from;
}

/** Whether it is measured of an incident of this severity. */
export function isFor({ severities }: Duration, { severity }: IncidentLine): boolean {
  return severities === 'all' || (severity !== null && severity.rank <= severities.upToRank);
}

function findDuration(duration: Duration, { counted, starts }: Population): Finding {
  const from = startOf(duration, starts);
  const look = (line: IncidentLine, at: string): readonly Given[] => {
    const minutes = lasted(line, from, duration.to);
    return [typeof minutes === 'number' ? { line, at, value: minutes, what: null } : { line, at, ...minutes }];
  };
  return findEach(counted, (line) => (isFor(duration, line) ? whenIn(duration.cohort, line, look) : []));
}

/** A closing and a review may always still come: without them an incident that is over has no part yet, and lacks nothing. */
function whenIn(cohort: Duration['cohort'], line: IncidentLine, look: Parameters<typeof whenResolved>[1]) {
  if (cohort === 'resolved') return whenResolved(line, look);
  const at = line.milestones[cohort]?.at;
  if (at === undefined) return [];
  return activeAgain(line, cohort) ? [{ line, at, why: 'active again' }] : look(line, at);
}
