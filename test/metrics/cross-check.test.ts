// Durations counted twice, by the report and naively, over random lines: every window, every severity, every start.
import fc from 'fast-check';
import type { Milestone } from '../../src/core/milestone.ts';
import { durations } from '../../src/metrics/durations.ts';
import type { Cell } from '../../src/metrics/report.ts';
import { reportOf } from '../../src/metrics/report-of.ts';
import { asked } from './asked.ts';
import { type Naive, naiveDuration } from './naive-durations.ts';
import { randomLines } from './random-line.ts';

const id = fc.constantFrom('2026-W03', '2026-W08', '2026-W13', '2026-W14', '2026-W16');
const zone = fc.constantFrom('UTC', 'Europe/Berlin', 'America/New_York');
const mttr = (from: Milestone | null) =>
  from === null
    ? []
    : [{ id: 'mttr', name: 'MTTR', statistic: 'mean' as const, text: '', window: null, from, to: 'resolved' as const }];

function expectSame(cell: Cell | undefined, naive: Naive): void {
  if (cell?.kind !== 'duration') throw new Error(`A duration is no ${cell?.kind}.`);
  const leftOut = Object.fromEntries(cell.leftOut.map(({ why, count }) => [why, count]));
  expect({ n: cell.n, leftOut }).toEqual({ n: naive.n, leftOut: naive.leftOut });
  if (naive.n < 5) {
    expect(cell).toMatchObject({ values: naive.values, median: null, p90: null, mean: null });
    return;
  }
  expect(cell.values).toEqual([]);
  expect(cell.median).toBeCloseTo(naive.median, 6);
  expect(cell.p90).toBeCloseTo(naive.p90, 6);
  expect(cell.mean).toBeCloseTo(naive.mean, 6);
}

test('each duration, in the period, the one before and the twelve weeks', () => {
  const start = fc.constantFrom<(Milestone | null)[]>(null, 'detected', 'declared');
  let measured = 0;
  fc.assert(
    fc.property(randomLines(80, 40), id, zone, start, fc.boolean(), (lines, week, where, from, running) => {
      const usual = asked(week, { zone: where, indicators: mttr(from) });
      const middle = Date.parse(usual.period.from) + 3.3 * 86_400_000;
      const now = running ? `${new Date(middle).toISOString().slice(0, 19)}Z` : usual.now;
      const report = reportOf(lines, { ...usual, now });
      for (const duration of durations) {
        const row = report.rows.find(({ metric }) => metric.id === duration.id);
        const own = duration.to === 'resolved' && from ? { ...duration, from } : duration;
        const naive = (begin: string, until: string) =>
          naiveDuration(lines, own, { from: begin, until, end: report.period.until, now });
        expectSame(row?.period, naive(report.period.from, report.period.until));
        expectSame(row?.previous, naive(report.previous.from, report.previous.until));
        const rolling = naive(report.rollingFrom, report.period.until);
        expectSame(row?.rolling, rolling);
        measured += rolling.n;
      }
    }),
    { numRuns: 30 },
  );
  expect(measured).toBeGreaterThan(1000);
});

test('each severity by itself, which together are the whole', () => {
  fc.assert(
    fc.property(randomLines(60, 20), id, (lines, week) => {
      const report = reportOf(lines, asked(week));
      for (const { metric, period, rolling } of report.rows.filter(
        (row) => row.metric.headline && row.metric.unit !== 'count',
      )) {
        const own = report.severities.map((level) => [level.period[metric.id], level.rolling[metric.id]] as const);
        const sum = (cells: readonly (Cell | undefined)[]) =>
          cells.reduce((n, cell) => n + (cell && cell.kind !== 'not-measured' ? cell.n : 0), 0);
        const n = (cell: Cell) => (cell.kind === 'not-measured' ? 0 : cell.n);
        expect([metric.id, sum(own.map(([cell]) => cell))]).toEqual([metric.id, n(period)]);
        expect([metric.id, sum(own.map(([, cell]) => cell))]).toEqual([metric.id, n(rolling)]);
      }
    }),
    { numRuns: 40 },
  );
});
