// The whole report from the lines of incidents: which count, what each metric found, and that in tables.
import type { Indicator } from '../core/duty.ts';
import type { IncidentLine } from '../lines/line.ts';
import { metrics } from './catalogue.ts';
import { foundBy } from './found.ts';
import { isIn, windowRows } from './incidents.ts';
import { interventionsIn } from './interventions.ts';
import { openOf } from './open.ts';
import { overdueOf } from './overdue.ts';
import type { Period } from './period.ts';
import { populationOf } from './population.ts';
import { qualityOf } from './quality.ts';
import { recurrences } from './recurrence.ts';
import { recursWithin } from './recurs-within.ts';
import type { Report, RepositoryRead } from './report.ts';
import { rowOf } from './rows.ts';
import { severitiesOf } from './severities.ts';
import { startsOf } from './starts.ts';
import { periodBefore, weeksUntil } from './week.ts';
import { weeksOf } from './weeks.ts';

/** How many weeks the rolling window has, the period among them. */
const rollingWeeks = 12;

export interface ReportAsked {
  readonly period: Period;
  /** IANA: the one that the period was made with. */
  readonly zone: string;
  /** Our clock; ISO UTC. */
  readonly now: string;
  /** From when incidents were read; ISO UTC; null: all were. */
  readonly since: string | null;
  /** Whose indicators tell where durations begin. */
  readonly handbook: { readonly id: string; readonly name: string; readonly indicators: readonly Indicator[] };
  readonly repositories: readonly RepositoryRead[];
}

/** The start of the twelve weeks that end with a period; ISO UTC. @param zone IANA: the one that the period was made with */
export function rollingFrom(period: Period, zone: string): string {
  return weeksUntil(period, rollingWeeks, zone)[0]?.from ?? period.from;
}

/**
 * Everything that is known of a period. Pure: the same lines, in whatever order, give the same report, and a period that is over
 * gives the same one at any later `now`.
 * @param lines of all incidents, each once; those outside the period are needed for the windows and what is overdue
 */
export function reportOf(lines: readonly IncidentLine[], asked: ReportAsked): Report {
  const { period, zone, now, handbook } = asked;
  const starts = startsOf(handbook.indicators);
  const population = populationOf(lines, { period, now, starts, recursWithin: recursWithin(handbook.indicators) });
  const weeks = weeksUntil(period, rollingWeeks, zone);
  const found = metrics.map((metric) => foundBy(metric, population, weeks));
  const headlines = found.filter(({ metric }) => metric.headline);
  const window = windowRows(population, weeks);
  return {
    ...{ period, previous: periodBefore(period, zone), rollingFrom: rollingFrom(period, zone) },
    ...{ zone, asOf: population.asOf, since: asked.since },
    handbook: { id: handbook.id, name: handbook.name },
    repositories: asked.repositories,
    rows: found.map((one) => rowOf(one, period, starts)),
    severities: severitiesOf(headlines, population.counted, weeks),
    weeks: weeksOf(found, population.counted, weeks),
    incidents: window.filter(({ line, excluded }) => excluded === null && isIn(line, [period])),
    window,
    open: openOf(population),
    overdue: overdueOf(population),
    recurrences: recurrences(population, period),
    quality: qualityOf(population, period, zone),
    interventions: interventionsIn(population, period),
    excluded: population.excluded.filter(({ line }) => declaredIn(line, period)),
  };
}

function declaredIn({ milestones: { declared } }: IncidentLine, { from, until }: Period): boolean {
  return declared !== null && declared.at >= from && declared.at < until;
}
