// The incidents of the twelve weeks as a table for a spreadsheet.
import { stringify } from 'csv-stringify/sync';
import type { Report } from '../metrics/report.ts';
import { csvColumns } from './csv-columns.ts';

/**
 * One row an incident that was declared or resolved in the twelve weeks or is still open, counted or not: RFC 4180 (lines end with
 * CR LF), UTF-8, with a head. Times ISO 8601 UTC, durations in minutes, a missing value is empty. Numbers are numbers; text that a
 * spreadsheet would take for a formula (`= + - @`, their wide forms, tab, return) begins with `'`; behind a
 * semicolon too. Control and bidi characters are gone.
 * @see https://owasp.org/www-community/attacks/CSV_Injection
 */
export function csvOf(report: Report): string {
  const columns = csvColumns(report);
  const rows = report.window.map((row) => columns.map(({ value }) => value(row)));
  return stringify([columns.map(({ name }) => name), ...rows], {
    escape_formulas: true,
    record_delimiter: '\r\n',
    cast: { boolean: (value) => (value ? 'yes' : 'no') },
  });
}
