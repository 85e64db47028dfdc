// A week in which nothing happened: one line, and what is owed or open all the same.
import type { Report } from '../metrics/report.ts';
import { excludedCounts } from './incident-words.ts';
import { counted, notOver } from './summary-words.ts';

/** Nothing was declared or resolved in it that counts. */
export function isQuiet({ incidents }: Report): boolean {
  return incidents.length === 0;
}

/** One line; nothing is called quiet beyond what could be read. */
export function quietOpening(report: Report): readonly string[] {
  const { repositories, open, overdue, excluded } = report;
  if (repositories.length === 0) return ['Nothing is known of this week: no incident was read at all.'];
  const late = overdue.postMortems.length + overdue.actionItems.length;
  const apart = excludedCounts(excluded);
  const where = repositories.some(({ problem }) => problem !== null) ? ' in what could be read' : '';
  const rest = [
    open.length > 0 && `${counted(open.length, 'incident is', 'incidents are')} still open`,
    late > 0 && `${counted(late, 'thing is', 'things are')} overdue`,
    apart && `not counted: ${apart}`,
  ].filter(Boolean);
  const week = report.asOf < report.period.until ? 'A quiet week so far' : 'A quiet week';
  const line = `${week}: no incident was declared or resolved${where}`;
  return [...notOver(report), rest.length > 0 ? `${line}; ${rest.join('; ')}.` : `${line}.`];
}
