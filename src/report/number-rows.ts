// The tables of numbers: of all incidents, and by severity.
import type { Cell, Level, MetricHead, MetricRow, Report, SeverityRows } from '../metrics/report.ts';
import { quoteText } from '../render/quote.ts';
import { categoriesText, cellText, countBehind, leftOutText, shortCellText, trendText } from './cell-words.ts';
import { sparkline } from './sparkline.ts';

/** Columns of the table by severity: with more of them nobody could read it. */
const mostColumns = 6;

/** The windows as columns: a name like "this week" would be the wrong one for who reads it on the Monday after. */
export function weeksHead({ period, previous }: Pick<Report, 'period' | 'previous'>): readonly string[] {
  return [weekName(period), weekName(previous), '12 weeks'];
}

/** `W10` of `2026-W10`. */
export function weekName({ id }: { readonly id: string }): string {
  return id.slice(id.indexOf('W'));
}

/** Rows of a metric, its three windows, bars by week, and n. What was not measured anywhere has no row here. */
export function numberRows(rows: readonly MetricRow[]): readonly string[] {
  return rows.filter(isMeasured).map((row) => {
    const { metric, period, previous, rolling, weekly, trend } = row;
    const [now, before, twelve] = [period, previous, rolling].map(cellText);
    const change = countBehind(period) === 0 ? '' : trendText(trend);
    const cells = [
      nameText(row),
      `${now}${categoriesOf(period)}${change ? `; *${change}*` : ''}`,
      before,
      twelve,
      `\`${sparkline(weekly)}\``,
      behindText(row),
    ];
    return `| ${metric.headline ? '**' : ''}${cells[0]}${metric.headline ? '**' : ''}${endsText(row)} | ${cells.slice(1).join(' | ')} |`;
  });
}

/** Whether the record holds its facts at all; where it does not, no window is measured. */
export function isMeasured({ rolling }: MetricRow): boolean {
  return rolling.kind !== 'not-measured';
}

function nameText({ metric }: MetricRow): string {
  return quoteText(metric.name, { limit: 80 });
}

/** Where it begins and ends, as it was reckoned here. */
function endsText({ metric: { from, to } }: MetricRow): string {
  return from && to ? ` (${from} → ${to})` : '';
}

function categoriesOf(cell: Cell): string {
  const text = categoriesText(cell);
  return text ? ` (${text})` : '';
}

/** `7 · 9 · 61; left out 2 (no detected)`. */
function behindText({ period, previous, rolling }: MetricRow): string {
  const counts = [period, previous, rolling].map(countBehind);
  const behind = counts.every((count) => count === null) ? '' : counts.map((count) => count ?? '–').join(' · ');
  const out = period.kind === 'not-measured' ? '' : leftOutText(period.leftOut);
  return [behind, ...(out ? [`left out ${out}`] : [])].filter(Boolean).join('; ');
}

/** Head and rows of the table by severity: two rows a level, the week and the twelve; null without a level to tell apart. */
export function severityTable({ severities, rows, weeks, period }: Report): SeverityTable | null {
  const metrics = rows.filter((row) => isMeasured(row) && isBySeverity(row.metric));
  const columns = metrics.slice(0, mostColumns).map(({ metric }) => metric);
  if (severities.length === 0) return null;
  const declared = (level: Level | null): number =>
    weeks.reduce((sum, week) => sum + (week.declared[level?.name ?? ''] ?? 0), 0);
  const cells = (of: SeverityRows['period']): string =>
    columns
      .map(({ id }) => of[id])
      .map((cell) => ` ${cell ? shortCellText(cell) : '–'} |`)
      .join('');
  return {
    head: ['Severity', '', 'Declared', ...columns.map(({ name }) => quoteText(name, { limit: 80 }))],
    rows: severities.flatMap(({ level, ...one }) => [
      `| **${levelText(level)}** | ${weekName(period)} | ${one.declared} |${cells(one.period)}`,
      `| | 12 weeks | ${declared(level)} |${cells(one.rolling)}`,
    ]),
  };
}

/** Times and promises: what else is measured asks how severities were found, not how they did. */
function isBySeverity({ headline, from, group }: MetricHead): boolean {
  return headline && (from !== null || group === 'promises');
}

export interface SeverityTable {
  readonly head: readonly string[];
  readonly rows: readonly string[];
}

/** A level as its handbook calls it. */
export function levelText(level: Pick<Level, 'name'> | null): string {
  return level ? quoteText(level.name, { limit: 40 }) : 'not known';
}
