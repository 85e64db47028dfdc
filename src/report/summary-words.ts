// Three sentences for who reads nothing else: what changed, what is overdue, what to look at.
import type { DurationCell, MetricRow, Report } from '../metrics/report.ts';
import { listed } from '../render/names.ts';
import { fewest, spanText } from './cell-words.ts';
import { incidentLink, type Naming } from './incident-link.ts';
import { dayText, momentText } from './period-words.ts';

/** Points of the last sentence: more would be a list, and the lists stand below. */
const mostPoints = 3;
/** Links in one point. */
const mostLinks = 3;

/** The three, in order; each begins with what it answers, in bold. Before them what holds for all: that the week is not over. */
export function summaryOf(report: Report, naming: Naming): readonly string[] {
  return [
    ...notOver(report),
    `**What changed:** ${changedText(report)}.`,
    `**What is overdue:** ${overdueText(report)}.`,
    `**What to look at:** ${lookAtText(report, naming)}.`,
  ];
}

/** `5 incidents`, `1 incident`, `no incident`. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return count === 0 ? `no ${one}` : `${count} ${count === 1 ? one : many}`;
}

/** A report of a week that goes on says so. */
export function notOver(report: Report): readonly string[] {
  return report.asOf < report.period.until ? [`*The week is not over: as of ${momentText(report.asOf, report)}.*`] : [];
}

/** How many were declared, and of each headline duration whether it clearly changed: a difference alone is no change. */
function changedText({ weeks, rows }: Report): string {
  const [before = 0, now = 0] = weeks.slice(-2).map(({ declared }) => total(Object.values(declared)));
  const than = now === before ? 'as many as' : before === 0 ? 'none' : before;
  const declared = `${counted(now, 'incident')} ${now > 1 ? 'were' : 'was'} declared, ${than} the week before`;
  const headline = rows.filter(({ metric }) => metric.headline);
  const clear = headline.flatMap(clearText);
  const named = (kind: string): string =>
    listed(headline.filter(({ trend }) => trend.kind === kind).map(({ metric }) => lower(metric.name)));
  const unclear = named('unclear');
  const few = named('too-few');
  return [
    declared,
    ...clear,
    ...(unclear ? [`no clear change in ${unclear}`] : []),
    ...(few ? [`too few (under ${fewest} in one of the two weeks) to tell a change in ${few}`] : []),
  ].join('; ');
}

function clearText({ metric, period, previous, trend }: MetricRow): readonly string[] {
  if (trend.kind !== 'longer' && trend.kind !== 'shorter') return [];
  return [`${lower(metric.name)} is clearly ${trend.kind} (${medianText(period)}, ${medianText(previous)} before)`];
}

function medianText(cell: MetricRow['period']): string {
  const { median, n } = cell as DurationCell;
  return cell.kind === 'duration' && median !== null ? `median ${spanText(median)}, n ${n}` : 'not measured';
}

/** What was promised and is late; what is not on record is said, so that "nothing" is never more than is known. */
function overdueText(report: Report): string {
  const { postMortems, actionItems } = report.overdue;
  const oldest = (days: readonly (string | null)[]): string => {
    const [first] = days.filter((day) => day !== null).sort();
    return first ? ` (${days.length > 1 ? 'the oldest ' : ''}since ${dayText(first, report)})` : '';
  };
  const parts = [
    ...(postMortems.length > 0
      ? [counted(postMortems.length, 'post-mortem') + oldest(postMortems.map(({ dueAt }) => dueAt))]
      : []),
    ...(actionItems.length > 0
      ? [counted(actionItems.length, 'action item') + oldest(actionItems.map(({ item }) => item.dueAt))]
      : []),
  ];
  return `${parts.length > 0 ? listed(parts) : 'nothing'}${keepsActionItems(report) ? '' : '; action items are not on record'}`;
}

function keepsActionItems({ rows }: Report): boolean {
  return !rows.some(({ metric, rolling }) => metric.id.startsWith('action-item') && rolling.kind === 'not-measured');
}

/** What asks for somebody most comes first. */
function lookAtText(report: Report, naming: Naming): string {
  const points = [
    openPoint(report, naming),
    cameBackPoint(report, naming),
    reopenedPoint(report, naming),
    brokenPoint(report),
    missingPoint(report),
    longestPoint(report, naming),
  ].filter((point) => point !== null);
  return points.slice(0, mostPoints).join('; ') || 'nothing stands out';
}

function openPoint({ open }: Report, naming: Naming): string | null {
  const [oldest] = open;
  if (!oldest) return null;
  const whose = `${open.length > 1 ? 'the oldest is ' : ''}${incidentLink(oldest.line, naming)}`;
  return `${counted(open.length, 'incident is', 'incidents are')} still open (${whose}, for ${spanText(oldest.ageMinutes)})`;
}

function cameBackPoint({ recurrences }: Report, naming: Naming): string | null {
  if (recurrences.length === 0) return null;
  const pairs = recurrences
    .slice(0, mostLinks)
    .map(({ line, of }) => `${incidentLink(line, naming)} after ${incidentLink(of, naming)}`);
  return `${counted(recurrences.length, 'incident')} happened again (${linksText(pairs, recurrences.length)})`;
}

function reopenedPoint({ incidents }: Report, naming: Naming): string | null {
  const lines = incidents.filter(({ line }) => line.reopened > 0);
  if (lines.length === 0) return null;
  const links = lines.slice(0, mostLinks).map(({ line }) => incidentLink(line, naming));
  return `${counted(lines.length, 'incident')} came back after it was over (${linksText(links, lines.length)})`;
}

/** Nothing but what the issue itself tells is known of them. */
function brokenPoint({ quality }: Report): string | null {
  const count = quality.filter(({ problem }) => problem !== null).length;
  if (count === 0) return null;
  return `the ${count === 1 ? 'card' : 'cards'} of ${counted(count, 'incident')} cannot be used, so numbers leave ${count === 1 ? 'it' : 'them'} out (why stands under data quality)`;
}

function missingPoint({ quality }: Report): string | null {
  const count = quality.filter(({ missing, problem }) => missing.length > 0 && problem === null).length;
  if (count === 0) return null;
  return `${counted(count, 'incident lacks', 'incidents lack')} milestones, so numbers leave ${count === 1 ? 'it' : 'them'} out (what to type stands under data quality)`;
}

/** Where nothing else asks for attention: the incident that took longest to be over. */
function longestPoint({ incidents, rows }: Report, naming: Naming): string | null {
  const metric = rows.find(({ metric: { to, headline } }) => to === 'resolved' && headline)?.metric;
  if (!metric || incidents.length < 2) return null;
  const minutes = (row: Report['incidents'][number]): number => row.minutes[metric.id] ?? -1;
  const longest = incidents.reduce((one, other) => (minutes(other) > minutes(one) ? other : one));
  const took = minutes(longest);
  return took < 0 ? null : `${incidentLink(longest.line, naming)} took longest to resolve (${spanText(took)})`;
}

function linksText(links: readonly string[], all: number): string {
  return all > links.length ? `${links.join(', ')} and ${all - links.length} more` : listed(links);
}

/** A metric's name within a sentence; `SLA met` keeps its capitals. */
export function lower(name: string): string {
  return /^[A-Z][a-z]/.test(name) ? `${name.charAt(0).toLowerCase()}${name.slice(1)}` : name;
}

function total(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}
