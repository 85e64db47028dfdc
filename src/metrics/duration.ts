// How a duration is measured: its definition made a metric.
import type { Milestone } from '../core/milestone.ts';
import type { IncidentLine } from '../lines/line.ts';
import { activeAgain, takenBack } from './active-again.ts';
import type { Duration, Finding, LeftOut, Metric, Population, Sample } from './metric.ts';
import { minutesFrom } from './minutes.ts';
import { overAt } from './over.ts';

/** Ends that may still come when an incident is over: who lacks one is not late with it for that. */
const afterwards: readonly Milestone[] = ['reviewed', 'closed'];

/** A duration as a metric: minutes of each incident, in the week of its end. */
export function durationMetric(duration: Duration): Metric {
  return {
    ...{ id: duration.id, name: duration.name, group: 'times', unit: 'minutes', cohort: duration.to },
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

function leavesOut({ from, to }: Duration): readonly string[] {
  const disproved = takenBack.filter((milestone) => milestone === from || milestone === to);
  return [
    'incidents without one of the two',
    'those that end before they begin',
    ...disproved.map((milestone) => `those that were active again and not \`${milestone}\` anew`),
  ];
}

function findDuration(duration: Duration, { counted, starts }: Population): Finding {
  const from = starts[duration.id] ?? duration.from;
  const samples: Sample[] = [];
  const leftOut: LeftOut[] = [];
  for (const line of counted) {
    if (!isFor(duration, line)) continue;
    const found = measured(line, from, duration.to);
    if (found === null) continue;
    if ('why' in found) leftOut.push(found);
    else samples.push(found);
  }
  return { samples, leftOut };
}

/** Null: it has not come to its end yet, so it belongs to no week. */
function measured(line: IncidentLine, from: Milestone, to: Milestone): Sample | LeftOut | null {
  const [start, end] = [line.milestones[from], line.milestones[to]];
  if (!end) {
    const at = afterwards.includes(to) ? null : overAt(line);
    return at === null ? null : lacking(line, at, to);
  }
  const { at } = end;
  if (activeAgain(line, to) || activeAgain(line, from)) return { line, at, why: 'active again' };
  if (!start) return lacking(line, at, from);
  const value = minutesFrom(start.at, at);
  return value < 0 ? { line, at, why: 'ends before it begins' } : { line, at, value, what: null };
}

function lacking(line: IncidentLine, at: string, missing: Milestone): LeftOut {
  return { line, at, why: `no \`${missing}\``, missing };
}

function isFor({ severities }: Duration, { severity }: IncidentLine): boolean {
  return severities === 'all' || (severity !== null && severity.rank <= severities.upToRank);
}
