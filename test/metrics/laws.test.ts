// What must hold of every report, whatever the incidents.
import fc from 'fast-check';
import type { IncidentLine } from '../../src/lines/line.ts';
import { durations } from '../../src/metrics/durations.ts';
import type { Cell, MetricRow, Report } from '../../src/metrics/report.ts';
import { reportOf } from '../../src/metrics/report-of.ts';
import { asked } from './asked.ts';
import { randomLine, randomLines } from './random-line.ts';

const id = fc.constantFrom('2026-W03', '2026-W09', '2026-W13', '2026-W14', '2026-W18');
const runs = { numRuns: 40 };

/** Moves every instant of a line for which it is true. */
function moved(line: IncidentLine, days: number, which: (at: string) => boolean): IncidentLine {
  const shift = (at: string) => `${new Date(Date.parse(at) + days * 86_400_000).toISOString().slice(0, 19)}Z`;
  const text = JSON.stringify(line).replace(/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ/g, (at) => (which(at) ? shift(at) : at));
  return JSON.parse(text) as IncidentLine;
}

/** What people read as numbers. */
function numbersOf({ rows, severities, weeks, open }: Report) {
  return {
    ...{ rows, severities, weeks },
    open: open.map(({ line, ageMinutes }) => [line.url, ageMinutes]),
  };
}

const nOf = (cell: Cell) => (cell.kind === 'not-measured' ? 0 : cell.n);
const cellsOf = ({ period, previous, rolling, weekly }: MetricRow) => ({ period, previous, rolling, weekly });

test('the order of the incidents does not matter', () => {
  fc.assert(
    fc.property(
      randomLines(40, 10).chain((lines) =>
        fc.tuple(fc.constant(lines), fc.shuffledSubarray([...lines], { minLength: lines.length })),
      ),
      id,
      ([lines, shuffled], week) => {
        expect(reportOf(shuffled, asked(week))).toEqual(reportOf(lines, asked(week)));
      },
    ),
    runs,
  );
});

test('a drill changes no number; it is listed as left out, visibly', () => {
  fc.assert(
    fc.property(randomLines(), randomLine(501), id, (lines, other, week) => {
      const drill = { ...other, drill: true };
      const [without, withIt] = [reportOf(lines, asked(week)), reportOf([...lines, drill], asked(week))];
      expect(numbersOf(withIt)).toEqual(numbersOf(without));
      expect(withIt.incidents).toEqual(without.incidents);
      expect(withIt.recurrences).toEqual(without.recurrences);
      expect(withIt.overdue.postMortems).toEqual(without.overdue.postMortems);
      const { from, until } = withIt.period;
      const declared = drill.milestones.declared?.at ?? '';
      const listed = withIt.excluded.some(({ line, why }) => line.url === drill.url && why === 'drill');
      expect(listed).toBe(declared >= from && declared < until);
    }),
    runs,
  );
});

test('moved by whole weeks, everything is as long as it was', () => {
  const weeks = ['2026-W03', '2026-W14', '2026-W25'] as const;
  fc.assert(
    fc.property(randomLines(40, 10), (lines) => {
      const [here, there] = [asked(weeks[1]), asked(weeks[2])];
      const report = reportOf(lines, here);
      const later = reportOf(
        lines.map((line) => moved(line, 77, () => true)),
        there,
      );
      expect(later.rows.map(cellsOf)).toEqual(report.rows.map(cellsOf));
      expect(later.severities).toEqual(report.severities);
      expect(later.weeks.map(({ id: _, ...week }) => week)).toEqual(report.weeks.map(({ id: _, ...week }) => week));
      const minutes = (one: Report) => one.window.map((row) => [row.line.url, row.minutes, row.activeMinutes]);
      expect(minutes(later)).toEqual(minutes(report));
    }),
    runs,
  );
});

test('a part of an incident never adds to any n', () => {
  fc.assert(
    fc.property(randomLines(30), randomLine(501), fc.nat(), id, (lines, other, which, week) => {
      const before = reportOf(lines, asked(week));
      const counted = before.window.filter(({ excluded }) => excluded === null);
      const parent = counted[which % Math.max(1, counted.length)]?.line;
      fc.pre(parent !== undefined);
      const part = { ...other, links: { ...other.links, parent: parent?.url ?? null } };
      const after = reportOf([...lines, part], asked(week));
      for (const [index, row] of after.rows.entries()) {
        const old = before.rows[index];
        if (!old) throw new Error('A row is new.');
        expect([row.metric.id, nOf(row.period), nOf(row.rolling)]).toEqual([
          row.metric.id,
          nOf(old.period),
          nOf(old.rolling),
        ]);
      }
      expect(after.incidents.map(({ line }) => line.url)).toEqual(before.incidents.map(({ line }) => line.url));
    }),
    runs,
  );
});

test('the report of a week that is over is the same at any later moment', () => {
  fc.assert(
    fc.property(randomLines(40, 10), id, fc.nat(400), (lines, week, days) => {
      const first = asked(week);
      const later = asked(week, {
        now: `${new Date(Date.parse(first.now) + days * 86_400_000).toISOString().slice(0, 19)}Z`,
      });
      expect(reportOf(lines, later)).toEqual(reportOf(lines, first));
    }),
    runs,
  );
});

test('what happens after the week does not change it: neither when it happens nor that it does', () => {
  fc.assert(
    fc.property(randomLines(40, 10), id, (lines, week) => {
      const question = asked(week);
      const after = (at: string) => at >= question.period.until;
      const report = numbersOf(reportOf(lines, question));
      const later = lines.map((line) => moved(line, 8, after));
      expect(numbersOf(reportOf(later, question))).toEqual(report);
    }),
    runs,
  );
});

const ofResolved = ({ rows }: Report) =>
  rows.filter(({ metric }) => metric.group === 'times' && metric.cohort === 'resolved');
const leftOutOf = (cell: Cell) =>
  cell.kind === 'not-measured' ? 0 : cell.leftOut.reduce((n, one) => n + one.count, 0);

test('the times of a week are all of the same incidents: those resolved in it, measured or left out', () => {
  let seen = 0;
  fc.assert(
    fc.property(randomLines(60, 20), id, (lines, week) => {
      const rows = ofResolved(reportOf(lines, asked(week)));
      expect(rows).toHaveLength(4);
      for (const window of ['period', 'previous', 'rolling'] as const) {
        const all = rows.map(({ [window]: cell }) => nOf(cell) + leftOutOf(cell));
        expect([window, new Set(all).size]).toEqual([window, 1]);
        seen += all[0] ?? 0;
      }
    }),
    runs,
  );
  expect(seen).toBeGreaterThan(500);
});

test('an incident that goes on is in none of them, and shows what it has come to', () => {
  let shown = 0;
  fc.assert(
    fc.property(randomLines(), randomLine(501), id, (lines, other, week) => {
      const running: IncidentLine = {
        ...{
          ...other,
          state: 'open',
          closed: null,
          active: other.active.slice(0, 1).map((one) => ({ ...one, until: null })),
        },
        milestones: { ...other.milestones, resolved: null, closed: null },
        links: { ...other.links, parent: null },
      };
      const [without, withIt] = [reportOf(lines, asked(week)), reportOf([...lines, running], asked(week))];
      expect(ofResolved(withIt).map(cellsOf)).toEqual(ofResolved(without).map(cellsOf));
      const row = withIt.window.find(({ line, excluded }) => line.url === running.url && excluded === null);
      const { started, detected } = row?.line.milestones ?? {};
      if (!row || !started || !detected || detected.at < started.at) return;
      expect(row.minutes['time-to-detect']).toBe((Date.parse(detected.at) - Date.parse(started.at)) / 60_000);
      shown += 1;
    }),
    runs,
  );
  expect(shown).toBeGreaterThan(0);
});

test('no duration is negative, no quantile is out of order, and nothing is filled in', () => {
  fc.assert(
    fc.property(randomLines(60, 20), id, (lines, week) => {
      const report = reportOf(lines, asked(week));
      expect(JSON.stringify(report)).not.toMatch(/NaN|Infinity/);
      for (const { line, minutes, excluded } of report.window) {
        for (const { id: duration, from, to } of durations) {
          const value = minutes[duration];
          if (value === null || value === undefined) continue;
          expect(excluded).toBeNull();
          expect(value).toBeGreaterThanOrEqual(0);
          expect([line.milestones[from], line.milestones[to]]).not.toContain(null);
        }
      }
      for (const { period } of report.rows) {
        if (period.kind !== 'duration' || period.median === null) continue;
        expect(period.n).toBeGreaterThanOrEqual(5);
        expect(period.p90).toBeGreaterThanOrEqual(period.median);
      }
    }),
    runs,
  );
});

test('whatever a time leaves out because a milestone is missing is listed, with the milestone', () => {
  fc.assert(
    fc.property(randomLines(40, 10), id, (lines, week) => {
      const { rows, quality } = reportOf(lines, asked(week));
      const left = rows.flatMap(({ metric, period }) =>
        metric.from && period.kind === 'duration' ? period.leftOut : [],
      );
      for (const { why, count } of left) {
        const milestone = /^no `(\w+)`$/.exec(why)?.[1];
        if (milestone === undefined) continue;
        const listed = quality.filter(({ missing }) => missing.some((name) => name === milestone));
        expect([milestone, listed.length >= count]).toEqual([milestone, true]);
      }
    }),
    runs,
  );
});
