// The headline numbers one by one, for the workflow that goes on with them.
import type { Cell, Report } from '../metrics/report.ts';

/**
 * Plain numbers of the period by metric id: minutes of a median, a share from 0 to 1, a count. Empty where nothing was measured, and
 * where too few incidents stand behind a median: a workflow that compares must not take three incidents for a trend.
 */
export function headlineOutputs({ rows }: Report): Readonly<Record<string, string>> {
  const headline = rows.filter(({ metric }) => metric.headline);
  return Object.fromEntries(headline.map(({ metric, period }) => [metric.id, plainNumber(period)]));
}

function plainNumber(cell: Cell): string {
  switch (cell.kind) {
    case 'duration':
      return cell.median === null ? '' : rounded(cell.median);
    case 'share':
      return cell.n === 0 ? '' : rounded(cell.yes / cell.n);
    case 'count':
      return String(cell.n);
    case 'not-measured':
      return '';
  }
}

/** At most four decimals. */
function rounded(value: number): string {
  return String(Math.round(value * 10_000) / 10_000);
}
