// Every share and count as a person counts it, through the whole report.
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { Indicator } from '../../src/core/duty.ts';
import { metrics } from '../../src/metrics/catalogue.ts';
import { durations } from '../../src/metrics/durations.ts';
import type { Cell } from '../../src/metrics/report.ts';
import { reportOf } from '../../src/metrics/report-of.ts';
import { readTerm } from '../../src/time/term.ts';
import { asked } from './asked.ts';
import { instant, linesOf, type ToldIncident } from './told-incident.ts';

interface Case {
  readonly metric: string;
  readonly what: string;
  readonly week?: string;
  readonly now?: string;
  readonly zone?: string;
  /** How long a handbook has it that a recurrence is one. */
  readonly within?: string;
  readonly incidents: readonly ToldIncident[];
  readonly is?: {
    readonly n: number;
    readonly yes?: number;
    readonly by?: Readonly<Record<string, number>>;
    readonly values?: readonly number[];
    readonly 'left-out'?: Readonly<Record<string, number>>;
  };
  readonly 'not-measured'?: string;
}

const cases = parse(readFileSync(new URL('shares.yml', import.meta.url), 'utf8')) as readonly Case[];

function cellOf({ metric, week = '2026-W10', now, zone = 'UTC', within, incidents }: Case): Cell {
  const indicators = within === undefined ? [] : [lookingBack(within)];
  const report = reportOf(
    linesOf(incidents),
    asked(week, { zone, indicators, ...(now !== undefined && { now: instant(now) }) }),
  );
  const row = report.rows.find(({ metric: { id } }) => id === metric);
  if (!row) throw new Error(`There is no ${metric}.`);
  return row.period;
}

function lookingBack(within: string): Indicator {
  const window = readTerm(within);
  if (!window) throw new Error(`no term: ${within}`);
  return { id: 'again', name: 'Again', statistic: 'share', text: '', from: null, to: null, window };
}

/** What a cell tells, as the table does. */
function told(cell: Cell): unknown {
  if (cell.kind === 'not-measured') return { 'not-measured': cell.why };
  const leftOut = Object.fromEntries(cell.leftOut.map(({ why, count }) => [why, count]));
  const base = { n: cell.n, 'left-out': leftOut };
  if (cell.kind === 'duration') return { ...base, values: cell.values };
  if (cell.kind === 'share')
    return { ...base, yes: cell.yes, by: Object.fromEntries(cell.by.map(({ what, n }) => [what, n])) };
  return { ...base, by: Object.fromEntries(cell.by.map(({ what, count }) => [what, count])) };
}

test.each(cases)('$metric: $what', (one) => {
  const cell = cellOf(one);
  const { is } = one;
  const tallied = cell.kind === 'share' || cell.kind === 'count' ? { by: {} } : {};
  expect(told(cell)).toEqual(is ? { 'left-out': {}, ...tallied, ...is } : { 'not-measured': one['not-measured'] });
});

test('every metric that is no duration stands in the table, each that is measured with facts', () => {
  const others = metrics.filter(({ id }) => !durations.some((duration) => duration.id === id)).map(({ id }) => id);
  expect([...new Set(cases.map(({ metric }) => metric))].sort()).toEqual([...others].sort());
  const awaited = others.filter((id) => cases.every(({ metric, is }) => metric !== id || is === undefined));
  expect(awaited).toEqual([
    'escalation-rate',
    'knowledge-access',
    'improvement-success',
    'training-effectiveness',
    'culture',
  ]);
});
