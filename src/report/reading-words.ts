// How to read the numbers: what they count, what they leave out, and what is not measured. Folded at the end of the report.
import type { MetricRow, Report } from '../metrics/report.ts';
import { listed } from '../render/names.ts';
import { quoteText } from '../render/quote.ts';
import { fewest, leftOutText } from './cell-words.ts';
import { isMeasured } from './number-rows.ts';
import { dayText, momentText } from './period-words.ts';
import { counted, lower } from './summary-words.ts';
import { isOwner } from './unread-words.ts';

/** Below the first table: all that must be known to read it. */
export const howToRead = `n: how many stand behind the number, in this week · the week before · the 12 weeks that end with it. Under ${fewest} the values themselves stand there, and no percentile. A change is only called one when a bootstrap interval (95 %) of the difference of the medians leaves out zero. By week: oldest first, from zero up; \`·\` is a week without one.`;

/** Which moment puts an incident into a week, in one sentence: `By the week of `resolved`: time to resolve; of …`. */
export function cohortsText(rows: readonly MetricRow[]): string {
  const cohorts = Map.groupBy(rows, ({ metric }) => metric.cohort);
  const parts = [...cohorts].map(
    ([cohort, some]) => `\`${cohort}\`: ${some.map(({ metric }) => lower(metric.name)).join(', ')}`,
  );
  return `An incident counts in the week of ${parts.join('; of ')}.`;
}

/** Which of the first table's metrics have no row in it; empty where all have. */
export function notMeasuredText(rows: readonly MetricRow[]): string {
  const names = rows.filter((row) => row.metric.headline && !isMeasured(row)).map(({ metric }) => lower(metric.name));
  return names.length > 0 ? `Not measured yet: ${listed(names)}; what they need stands at the end.` : '';
}

/** Each metric that nothing can be said of yet, and what it needs. */
export function notMeasuredLines(rows: readonly MetricRow[]): readonly string[] {
  return rows.flatMap(({ metric, rolling }) =>
    rolling.kind === 'not-measured'
      ? [`- ${metric.name}: not measured: ${quoteText(rolling.why, { limit: 200 })}`]
      : [],
  );
}

/** Each metric with how it is reckoned and what it leaves out. */
export function formulaLines(rows: readonly MetricRow[]): readonly string[] {
  return rows.map(({ metric }, index) => {
    const same = rows[index - 1]?.metric.leavesOut.join('; ') === metric.leavesOut.join('; ');
    const without =
      metric.leavesOut.length > 0 ? ` Leaves out: ${same ? 'the same' : metric.leavesOut.join('; ')}.` : '';
    return `- **${metric.name}** (\`${metric.id}\`): ${ended(metric.formula)}${without}`;
  });
}

/** Rows of {@link weeksHead}: how many were left out, and why. */
export function leftOutRows(rows: readonly MetricRow[]): readonly string[] {
  return rows.flatMap(({ metric, period, previous, rolling }) => {
    const cells = [period, previous, rolling].map((cell) =>
      cell.kind === 'not-measured' ? '' : leftOutText(cell.leftOut),
    );
    return cells.some(Boolean) ? [`| ${metric.name} | ${cells.map((cell) => cell || '–').join(' | ')} |`] : [];
  });
}

/** Where all of this was read, and as of when. */
export function sourceText(report: Report): string {
  const { repositories, handbook, zone, asOf, since } = report;
  const incidents = repositories.reduce((sum, one) => sum + one.incidents, 0);
  const bare = repositories.reduce((sum, one) => sum + one.fromIssueOnly, 0);
  const read = repositories.filter((one) => one.problem === null || one.incidents > 0);
  const named = read.slice(0, 20).map(({ name }) => quoteText(name, { limit: 140 }));
  const more = read.length > named.length ? ` and ${read.length - named.length} more` : '';
  return [
    `Read: ${counted(incidents, 'incident')}${named.length > 0 ? ` of ${named.join(', ')}${more}` : ''}`,
    bare > 0 ? `, ${bare} of them from the issue only (older than the installation, or the card is broken)` : '',
    since === null ? '' : `; none that were closed before ${dayText(since, report)}`,
    `. Handbook: ${quoteText(handbook.name, { limit: 80 })} (\`${handbook.id}\`).`,
    ` Weeks are ISO weeks, Monday to Sunday, in the zone ${quoteText(zone, { limit: 60 })}. As of ${momentText(asOf, report)}.`,
  ].join('');
}

/** A line of more names is longer than anybody types. */
const mostNamed = 5;

/** The line that makes the same report, as a table or as data. */
export function commandLine({ repositories, period }: Report): string {
  const owners = repositories.filter(({ name }) => isOwner(name)).map(({ name }) => name.slice(0, -2));
  const inOwner = (name: string) => owners.some((owner) => name.toLowerCase().startsWith(`${owner.toLowerCase()}/`));
  const names = [...owners, ...repositories.map(({ name }) => name).filter((name) => !inOwner(name))];
  const from = names.length > 0 && names.length <= mostNamed ? names.join(' ') : 'OWNER/REPO…';
  return `sitrep metrics ${from} --period ${period.id} --format csv`;
}

function ended(sentence: string): string {
  return /[.!?]$/.test(sentence) ? sentence : `${sentence}.`;
}

/** What no metric ever counts. */
export const neverCounted =
  'drills, duplicates, what turned out to be no incident, service requests, planned work and other types that the handbook does not count. An incident below another one counts with it.';

/** Above the list of incidents. */
export function incidentsAre({ zone }: Report): string {
  return `Declared or resolved in this week, the most severe first. Times are in ${quoteText(zone, { limit: 60 })}; \`–\` is a time that is missing, or not yet. Those of one that is still open are in no number yet.`;
}
