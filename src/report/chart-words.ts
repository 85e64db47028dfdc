// The charts of the twelve weeks: only where there is something to draw, and each with its legend in words.
import type { Level, Report, Week } from '../metrics/report.ts';
import { listed } from '../render/names.ts';
import { quoteText } from '../render/quote.ts';
import { fewest } from './cell-words.ts';
import { weekName } from './number-rows.ts';
import { mostSeries, type Series, xychart } from './xychart.ts';

/** Markdown of one chart: the drawing, and below it what is what. */
export interface ChartText {
  readonly code: string;
  readonly legend: string;
}

/** As many as have data: incidents per week, time to resolve, clocks that were met. */
export function charts(report: Report): readonly ChartText[] {
  return [incidentsChart(report), resolveChart(report.weeks), clocksChart(report.weeks)].filter((one) => one !== null);
}

/**
 * One bar for all and a line for each level: Mermaid cannot stack, and bars that cover one another would hide incidents. The most
 * severe levels have lines of their own, the rest shares one.
 */
function incidentsChart({ weeks, severities }: Report): ChartText | null {
  const totals = weeks.map(({ declared }) => sum(Object.values(declared)));
  if (sum(totals) === 0) return null;
  const names = levelNames(severities.map(({ level }) => level));
  const known = names.filter((name) => weeks.some(({ declared }) => (declared[name] ?? 0) > 0));
  const own = known.length <= mostSeries - 1 ? known : known.slice(0, mostSeries - 2);
  const lineOf = (name: string): readonly number[] => weeks.map(({ declared }) => declared[name] ?? 0);
  const drawn: Series[] = own.map((name) => ({ draw: 'line', name: nameText(name), values: lineOf(name) }));
  const rest = totals.map((total, week) => total - sum(drawn.map(({ values }) => values[week] ?? 0)));
  if (sum(rest) > 0) drawn.push({ draw: 'line', name: restName(weeks, sum(rest)), values: rest });
  const { code, legend } = xychart({
    title: 'Incidents declared per week',
    unit: 'incidents',
    places: weeks.map(weekName),
    series: [{ draw: 'bar', name: 'all (bars)', values: totals }, ...drawn],
  });
  return { code, legend: `Incidents declared per week: ${legend}` };
}

/** The rest is either all of those without a known severity, or mixed. */
function restName(weeks: readonly Week[], rest: number): string {
  return sum(weeks.map(({ declared }) => declared[''] ?? 0)) === rest ? 'severity not known' : 'all other';
}

/** One bar alone shows no course. */
const leastWeeks = 2;

/** Why a small team sees no chart of its times; empty where there is one, or nothing was resolved. */
export function notDrawnText({ weeks }: Report): string {
  const none = weeks.every(({ resolve }) => resolve === null);
  if (none || drawnWeeks(weeks).length >= leastWeeks) return '';
  return `Time to resolve is drawn where at least ${fewest} incidents were resolved in each of two weeks or more.`;
}

function drawnWeeks(weeks: readonly Week[]) {
  return weeks.flatMap(({ id, resolve }) => (resolve && resolve.n >= fewest ? [{ id, ...resolve }] : []));
}

/** Weeks of five and more only: under five there is no percentile to draw. */
function resolveChart(weeks: readonly Week[]): ChartText | null {
  const drawn = drawnWeeks(weeks);
  if (drawn.length < leastWeeks) return null;
  const inHours = drawn.some(({ p90 }) => p90 >= 180);
  const values = (minutes: readonly number[]) => (inHours ? minutes.map((value) => value / 60) : minutes);
  const unit = inHours ? 'hours' : 'minutes';
  const { code, legend } = xychart({
    title: `Time to resolve, ${unit}`,
    unit,
    places: drawn.map(weekName),
    series: [
      { draw: 'bar', name: 'median, p50 (bars)', values: values(drawn.map(({ median }) => median)) },
      { draw: 'line', name: 'p90', values: values(drawn.map(({ p90 }) => p90)) },
    ],
  });
  const missing = weeks.filter(({ resolve }) => (resolve?.n ?? 0) < fewest).map(weekName);
  const left = missing.length === 0 ? '' : `. Left out, because fewer than ${fewest} were resolved: ${listed(missing)}`;
  return { code, legend: `Time to resolve in ${unit}, by the week of \`resolved\`: ${legend}${left}` };
}

/** Counts, not percentages: one of one is no 100 % worth a chart. */
function clocksChart(weeks: readonly Week[]): ChartText | null {
  if (weeks.every(({ clocks }) => clocks === null)) return null;
  const { code, legend } = xychart({
    title: 'Promised times met (SLA), clocks per week',
    unit: 'clocks',
    places: weeks.map(weekName),
    series: [
      { draw: 'bar', name: 'all whose time was up (bars)', values: weeks.map(({ clocks }) => clocks?.n ?? 0) },
      { draw: 'line', name: 'met', values: weeks.map(({ clocks }) => clocks?.yes ?? 0) },
    ],
  });
  return { code, legend: `Promised times met (SLA), clocks per week: ${legend}` };
}

/** Each name once, the most severe first. */
function levelNames(levels: readonly (Level | null)[]): readonly string[] {
  const known = levels.filter((level) => level !== null).sort((one, other) => one.rank - other.rank);
  return [...new Set(known.map(({ name }) => name))];
}

function nameText(name: string): string {
  return quoteText(name, { limit: 40 });
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
