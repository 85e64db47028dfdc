// The incidents of the twelve weeks as a table for a spreadsheet.
import { stringify } from 'csv-stringify/sync';
import { milestones } from '../core/milestone.ts';
import type { IncidentLine } from '../lines/line.ts';
import type { MetricHead, Report, WindowRow } from '../metrics/report.ts';
import { quoteLines } from '../render/quote.ts';

type Value = string | number | boolean | null;

/**
 * One row an incident that was declared or resolved in the twelve weeks or is still open, counted or not: RFC 4180 (lines end with
 * CR LF), UTF-8, with a head. Times ISO 8601 UTC, durations in minutes, a missing value is empty. Numbers are numbers; text that a
 * spreadsheet would take for a formula (`= + - @`, their wide forms, tab, return) begins with `'`. Control and bidi characters are gone.
 * @see https://owasp.org/www-community/attacks/CSV_Injection
 */
export function csvOf(report: Report): string {
  const durations = durationsOf(report);
  const rows = report.window.map((row) => valuesOf(row, report, durations));
  const head = Object.keys(valuesOf(null, report, durations));
  return stringify([head, ...rows.map((row) => Object.values(row))], {
    escape_formulas: true,
    record_delimiter: '\r\n',
    cast: { boolean: (value) => (value ? 'yes' : 'no') },
  });
}

/** Every duration between milestones, headline or not. */
function durationsOf({ rows }: Report): readonly MetricHead[] {
  return rows.flatMap(({ metric }) => (metric.unit === 'minutes' && metric.from ? [metric] : []));
}

/** The cells of a row by their column; of no incident: only the columns. */
function valuesOf(row: WindowRow | null, { period }: Report, durations: readonly MetricHead[]): Record<string, Value> {
  const line = row?.line ?? null;
  return {
    ...placeOf(line),
    'in-period': row === null ? null : inPeriod(row.line, period),
    counted: row === null ? null : row.excluded === null,
    'not-counted-because': row?.excluded ?? null,
    ...severityOf(line),
    ...Object.fromEntries(milestones.map((name) => [name, line?.milestones[name]?.at ?? null])),
    ...Object.fromEntries(durations.map(({ id }) => [`${id}-minutes`, row?.minutes[id] ?? null])),
    'active-minutes': row?.activeMinutes ?? null,
    ...recordOf(line),
  };
}

function placeOf(line: IncidentLine | null): Record<string, Value> {
  return {
    repository: line?.repository ?? null,
    issue: line?.issue ?? null,
    url: text(line?.url),
    title: text(line?.title),
    state: line?.state ?? null,
    source: line?.source ?? null,
    type: text(line?.type.name),
  };
}

function severityOf(line: IncidentLine | null): Record<string, Value> {
  const severity = line?.severity;
  return {
    severity: text(severity?.final),
    'severity-name': text(severity?.name),
    'severity-first': text(severity?.first),
    'severity-peak': text(severity?.peak),
    'severity-assumed': severity?.assumed ?? null,
  };
}

function recordOf(line: IncidentLine | null): Record<string, Value> {
  return {
    reopened: line?.reopened ?? null,
    backfilled: line?.backfilled ?? null,
    drill: line?.drill ?? null,
    services: list(line?.services),
    'how-detected': text(line?.detected?.how),
    'detected-by-customers': line?.detected?.byCustomers ?? null,
    causes: list(line?.causes ?? undefined),
    duplicate: text(line?.links.duplicate),
    parent: text(line?.links.parent),
    'post-mortem-required': line?.postMortem.required ?? null,
    'post-mortem-due': line?.postMortem.dueAt ?? null,
    'post-mortem-pull': line?.postMortem.pull ?? null,
    handbook: text(line?.handbook),
    problem: text(line?.problem),
  };
}

/** Declared or resolved in the period. */
function inPeriod({ milestones: { declared, resolved } }: IncidentLine, { from, until }: Report['period']): boolean {
  return [declared, resolved].some((mark) => mark !== null && mark.at >= from && mark.at < until);
}

function list(values: readonly string[] | undefined): string | null {
  return text(values?.join('; '));
}

/** One line without what cannot be printed. */
function text(words: string | null | undefined): string | null {
  return words == null ? null : quoteLines(words, 1000).replace(/\s+/g, ' ');
}
