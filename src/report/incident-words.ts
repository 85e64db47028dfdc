// Incidents in rows: those of the period, those that are open, those that came back, those that no number counts.
import type { IncidentLine } from '../lines/line.ts';
import type { Excluded, Exclusion } from '../metrics/metric.ts';
import type { IncidentRow, MetricHead, Report } from '../metrics/report.ts';
import { listed } from '../render/names.ts';
import { quoteText } from '../render/quote.ts';
import { spanText } from './cell-words.ts';
import { incidentText, type Naming } from './incident-link.ts';
import { levelText } from './number-rows.ts';
import { momentText } from './period-words.ts';

/** The columns of {@link incidentRows}. */
export function incidentHead(report: Report): readonly string[] {
  const names = headlineDurations(report).map(({ name }) => quoteText(name, { limit: 60 }));
  return ['Incident', 'Severity', 'Declared', ...names, ''];
}

/** The period's incidents: the most severe first, then by declaration, so that what is cut off a long list weighs least. */
export function incidentRows(report: Report, naming: Naming): readonly string[] {
  const durations = headlineDurations(report);
  const open = new Set(report.open.map(({ line }) => line.url));
  return [...report.incidents].sort(bySeverity).map((row) => incidentRow(row, { report, durations, open, naming }));
}

/** The durations between milestones that have a column of their own. */
function headlineDurations({ rows }: Report): readonly MetricHead[] {
  return rows.flatMap(({ metric }) => (metric.headline && metric.from && metric.unit === 'minutes' ? [metric] : []));
}

interface Listing {
  readonly report: Report;
  readonly durations: readonly MetricHead[];
  /** Addresses of those that are open. */
  readonly open: ReadonlySet<string>;
  readonly naming: Naming;
}

function incidentRow(row: IncidentRow, { report, durations, open, naming }: Listing): string {
  const { line, minutes } = row;
  const declared = line.milestones.declared;
  const cells = [
    incidentText(line, naming, true),
    line.severity ? `${levelText(line.severity)}${line.severity.assumed ? ' (assumed)' : ''}` : '–',
    declared ? momentText(declared.at, report) : '–',
    ...durations.map(({ id }) => timeText(minutes[id] ?? null)),
    notesOf(row, open.has(line.url)),
  ];
  return `| ${cells.join(' | ')} |`;
}

function timeText(minutes: number | null): string {
  return minutes === null ? '–' : spanText(minutes);
}

/** What must be known to read the row's numbers. */
function notesOf({ line, activeMinutes }: IncidentRow, isOpen: boolean): string {
  const active = activeMinutes === null ? '' : `, active ${spanText(activeMinutes)}`;
  return [
    isOpen && 'still open',
    line.source === 'issue' && 'from the issue only',
    line.reopened > 0 && `came back ${line.reopened === 1 ? 'once' : `${line.reopened} times`}${active}`,
    line.backfilled && 'recorded afterwards',
  ]
    .filter((note) => note !== false)
    .join('; ');
}

function bySeverity(one: IncidentRow, other: IncidentRow): number {
  const rank = ({ line }: IncidentRow) => line.severity?.rank ?? Number.MAX_SAFE_INTEGER;
  return rank(one) - rank(other) || compare(declaredAt(one), declaredAt(other)) || compare(keyOf(one), keyOf(other));
}

function declaredAt({ line }: IncidentRow): string {
  return line.milestones.declared?.at ?? '';
}

function keyOf({ line }: IncidentRow): string {
  return `${line.repository}#${String(line.issue).padStart(10, '0')}`;
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

/** `- #12 Checkout is down: SEV-1, open for 3 d 4 h`, oldest first. */
export function openRows({ open }: Report, naming: Naming): readonly string[] {
  return open.map(({ line, ageMinutes }) => {
    const severity = line.severity ? `${levelText(line.severity)}, ` : '';
    return `- ${incidentText(line, naming)} (${severity}open for ${spanText(ageMinutes)})`;
  });
}

/** What came back, what it came back from, and why the two are taken for the same. */
export function recurrenceRows({ recurrences }: Report, naming: Naming): readonly string[] {
  return recurrences.map(
    ({ line, of, because }) =>
      `| ${incidentText(line, naming)} | ${incidentText(of, naming)} | ${quoteText(because, { limit: 120 })} |`,
  );
}

const reasons: Readonly<Record<Exclusion, (line: IncidentLine) => string>> = {
  drill: () => 'a drill',
  duplicate: ({ links }) =>
    links.duplicate ? `a duplicate of ${quoteText(links.duplicate, { limit: 100 })}` : 'a duplicate',
  'not-an-incident': () => 'not an incident after all',
  unconfirmed: () => 'reported from outside, and confirmed by nobody',
  'other-type': ({ type }) => `${quoteText(type.name, { limit: 60 })}, which no number counts`,
  'counts-with-parent': ({ links }) =>
    links.parent ? `counts with ${quoteText(links.parent, { limit: 100 })}` : 'counts with the incident above it',
};

/** Each with the reason. */
export function excludedRows({ excluded }: Report, naming: Naming): readonly string[] {
  return excluded.map(({ line, why }) => `- ${incidentText(line, naming)} (${reasons[why](line)})`);
}

const kinds: Readonly<Record<Exclusion, readonly [string, string]>> = {
  drill: ['drill', 'drills'],
  duplicate: ['duplicate', 'duplicates'],
  'not-an-incident': ['that was no incident', 'that were no incidents'],
  unconfirmed: ['report that nobody confirmed', 'reports that nobody confirmed'],
  'other-type': ['of a type that is not counted', 'of types that are not counted'],
  'counts-with-parent': ['that counts with another', 'that count with another'],
};

/** `2 drills, 1 duplicate`; empty for none. */
export function excludedCounts(excluded: readonly Excluded[]): string {
  const counts = (Object.keys(kinds) as Exclusion[]).map((why) => ({
    why,
    count: excluded.filter((one) => one.why === why).length,
  }));
  return listed(
    counts.filter(({ count }) => count > 0).map(({ why, count }) => `${count} ${kinds[why][count === 1 ? 0 : 1]}`),
  );
}
