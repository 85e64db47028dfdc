// A number with what stands behind it, in words short enough for a table.

import type { Cell, DurationCell, LeftOutCounts, ShareCell, Trend } from '../metrics/report.ts';
import { quoteText } from '../render/quote.ts';
import { formatSpan } from '../time/time.ts';

/** Below so many the values themselves are told, and neither percentile nor percentage. */
export const fewest = 5;
/** Categories that are named one by one. */
const mostCategories = 8;

/** Minutes for people: `1 h 35 min`; from a day on to the hour. */
export function spanText(minutes: number): string {
  const exact = Math.round(minutes);
  return formatSpan(Math.abs(exact) >= 1440 ? Math.round(exact / 60) * 60 : exact);
}

/** What a cell says, its n apart: `median 1 h, p90 4 h, mean 2 h`; `12 min, 2 h`; `4 of 5 (80 %)`; `7`; `–` for nothing. */
export function cellText(cell: Cell): string {
  switch (cell.kind) {
    case 'duration':
      return durationText(cell);
    case 'share':
      return shareText(cell);
    case 'count':
      return String(cell.n);
    case 'not-measured':
      return 'not measured';
  }
}

/** As {@link cellText}, shorter, with its n: for tables of many columns. */
export function shortCellText(cell: Cell): string {
  if (cell.kind === 'duration' && cell.median !== null) return `median ${spanText(cell.median)} (n ${cell.n})`;
  return cellText(cell);
}

function durationText({ values, median, p90, mean }: DurationCell): string {
  if (median === null) return values.length === 0 ? '–' : values.map(spanText).join(', ');
  const rest = [p90 !== null && `p90 ${spanText(p90)}`, mean !== null && `mean ${spanText(mean)}`];
  return [`median ${spanText(median)}`, ...rest.filter((one) => one !== false)].join(', ');
}

function shareText({ n, yes }: ShareCell): string {
  if (n === 0) return '–';
  return n < fewest ? `${yes} of ${n}` : `${yes} of ${n} (${Math.round((100 * yes) / n)} %)`;
}

/** Each category by itself, as the cell has them: `checkout 3, search 2`; `Acknowledge 4 of 4`; empty where it has none. */
export function categoriesText(cell: Cell): string {
  if (cell.kind === 'count') return firstOf(cell.by.map(({ what, count }) => `${nameOf(what)} ${count}`));
  if (cell.kind === 'share') return firstOf(cell.by.map(({ what, n, yes }) => `${nameOf(what)} ${yes} of ${n}`));
  return '';
}

function firstOf(categories: readonly string[]): string {
  const named = categories.slice(0, mostCategories);
  const more = categories.length - named.length;
  return more > 0 ? `${named.join(', ')} and ${more} more` : named.join(', ');
}

function nameOf(what: string): string {
  return quoteText(what, { limit: 40 });
}

/** How many stand behind a number; empty where the number says it itself. */
export function countBehind(cell: Cell): number | null {
  return cell.kind === 'not-measured' || cell.kind === 'count' ? null : cell.n;
}

/** `2 (no detected), 1 (active again)`; empty for none. */
export function leftOutText(leftOut: LeftOutCounts): string {
  return leftOut.map(({ why, count }) => `${count} (${quoteText(why, { limit: 80 })})`).join(', ');
}

/** What may be said of the change since the week before; empty where nothing is compared. */
export function trendText(trend: Trend): string {
  switch (trend.kind) {
    case 'unclear':
      return 'no clear change';
    case 'too-few':
      return 'too few to compare';
    case 'longer':
    case 'shorter': {
      const [least = 0, most = 0] = [Math.abs(trend.low), Math.abs(trend.high)].sort((one, other) => one - other);
      return `clearly ${trend.kind}, by ${spanText(least)} to ${spanText(most)}`;
    }
    case 'none':
      return '';
  }
}
