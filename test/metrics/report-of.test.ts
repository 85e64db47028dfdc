// The report of one week by hand, table by table.
import { readFileSync } from 'node:fs';
import type { Indicator } from '../../src/core/duty.ts';
import type { Milestone } from '../../src/core/milestone.ts';
import type { IncidentLine } from '../../src/lines/line.ts';
import type { MetricRow, Report } from '../../src/metrics/report.ts';
import { reportOf, rollingFrom } from '../../src/metrics/report-of.ts';
import { startsOf } from '../../src/metrics/starts.ts';
import { resolve } from '../config/ground.ts';
import { asked, week } from './asked.ts';
import { type LevelId, line, marks, severity } from './line.ts';

/** Declared and begun on a day of March 2026 at 10:00, resolved so many minutes later; null: not resolved. */
function incident(issue: number, day: number, minutes: number | null, level: LevelId = 'sev-2'): IncidentLine {
  const from = `2026-03-${String(day).padStart(2, '0')}T10:00:00Z`;
  const until = minutes === null ? null : plus(from, minutes);
  return line(issue, {
    severity: severity(level),
    state: until ? 'closed' : 'open',
    milestones: marks({ started: from, declared: from, ...(until && { resolved: until, closed: until }) }),
    active: [{ from, until }],
    closed: until ? { reason: 'completed', at: until, anyway: [], carriedOver: false } : null,
  });
}

function plus(at: string, minutes: number): string {
  return `${new Date(Date.parse(at) + minutes * 60_000).toISOString().slice(0, 19)}Z`;
}

function row(report: Report, id: string): MetricRow {
  const found = report.rows.find(({ metric }) => metric.id === id);
  if (!found) throw new Error(`There is no ${id}.`);
  return found;
}

// 2026-W10 is 2 to 8 March, 2026-W09 ends on 1 March. W10 resolves 10 20 30 40 100 (and leaves 6 open, 7 without a start).
const noStart = {
  ...incident(7, 3, 15, 'sev-3'),
  milestones: marks({ declared: '2026-03-03T10:00:00Z', resolved: '2026-03-03T10:15:00Z' }),
};
const lines: readonly IncidentLine[] = [
  incident(1, 2, 100, 'sev-1'),
  incident(2, 3, 10),
  incident(3, 4, 20),
  incident(4, 5, 30),
  incident(5, 6, 40, 'sev-4'),
  incident(6, 6, null, 'sev-1'),
  noStart,
  incident(8, 1, 50),
  incident(9, 1, 70),
  { ...incident(10, 4, 600), drill: true },
  {
    ...incident(11, 4, 20),
    links: { duplicate: null, related: [], parent: '#1' },
    active: [{ from: '2026-03-02T11:30:00Z', until: '2026-03-02T12:00:00Z' }],
  },
  incident(12, 9, 5),
];
const report = reportOf(lines, asked('2026-W10'));
const numbers = (rows: readonly { readonly line: IncidentLine }[]) => rows.map(({ line: { issue } }) => issue);

test('it says what it is about', () => {
  expect(report).toMatchObject({
    period: { id: '2026-W10' },
    previous: { id: '2026-W09' },
    rollingFrom: '2025-12-15T00:00:00Z',
    zone: 'UTC',
    asOf: '2026-03-09T00:00:00Z',
    since: null,
    handbook: { id: 'ims', name: 'IMS' },
  });
  expect(rollingFrom(week('2026-W10'), 'UTC')).toBe(report.rollingFrom);
});

test('the period, the one before, the twelve weeks: with n, and with what was left out', () => {
  const { period, previous, rolling, weekly, trend } = row(report, 'time-to-resolve');
  const left = [{ why: 'no `started`', count: 1 }];
  expect(period).toEqual({ kind: 'duration', n: 5, leftOut: left, values: [], median: 30, p90: 76, mean: 40 });
  expect(previous).toEqual({
    kind: 'duration',
    n: 2,
    leftOut: [],
    values: [50, 70],
    median: null,
    p90: null,
    mean: null,
  });
  // 10 20 30 40 50 70 100: the fourth; p90 at place 6 × 0.9 = 5.4, so 70 + 0.4 × 30; mean 320 / 7.
  expect(rolling).toMatchObject({ n: 7, leftOut: left, median: 40, p90: expect.closeTo(82, 9) });
  expect(rolling).toHaveProperty('mean', expect.closeTo(45.7142857, 6));
  expect(weekly).toEqual([...Array(10).fill(null), 60, 30]);
  expect(trend).toEqual({ kind: 'too-few' });
});

test('the row tells from where to where, and the handbook may begin elsewhere', () => {
  expect(row(report, 'time-to-resolve').metric).toMatchObject({ from: 'started', to: 'resolved', cohort: 'resolved' });
  const mttr: Indicator = {
    ...{ id: 'mttr', name: 'Mean time to resolve', statistic: 'mean', text: '', window: null },
    ...{ from: 'declared', to: 'resolved' },
  };
  const from = row(reportOf(lines, asked('2026-W10', { indicators: [mttr] })), 'time-to-resolve');
  expect(from.metric).toMatchObject({ from: 'declared', to: 'resolved' });
  expect(from.metric.formula).toContain('from `declared` to `resolved`');
  // The one without a start has a declaration: 10 15 20 30 40 100.
  expect(from.period).toMatchObject({ n: 6, leftOut: [], median: 25 });
});

test.each<[string, Readonly<Record<string, Milestone>>]>([
  ['ims', { 'time-to-resolve': 'detected' }],
  ['workflow-guide', { 'time-to-resolve': 'declared' }],
  ['officeluv', { 'time-to-acknowledge': 'declared' }],
  ['elimu', {}],
  ['spearhead', {}],
])('the starts of %s', (id, starts) => {
  expect(startsOf(resolve(`handbook: ${id}\n`).handbook.indicators)).toEqual(starts);
});

test('the example of docs/metrics.md is sound, and moves the start that it says', () => {
  const page = readFileSync(new URL('../../docs/metrics.md', import.meta.url), 'utf8');
  const example = /```yaml\n([\s\S]*?)```/.exec(page)?.[1] ?? '';
  const { handbook, problems } = resolve(`handbook: ims\n${example}`);
  expect(problems).toEqual([]);
  expect(startsOf(handbook.indicators)).toEqual({ 'time-to-resolve': 'declared' });
  const added = resolve(`handbook: ims\n${example.replace('mttr:', 'ours:')}`);
  expect(startsOf(added.handbook.indicators)).toEqual({ 'time-to-resolve': 'declared' });
});

test('by the final severity, most severe first, with the headline metrics of each', () => {
  const { severities } = report;
  expect(severities.map(({ level, declared }) => [level?.name, declared])).toEqual([
    ['SEV-1', 2],
    ['SEV-2', 3],
    ['SEV-3', 1],
    ['SEV-4', 1],
  ]);
  expect(severities[1]?.period['time-to-resolve']).toMatchObject({ n: 3, values: [10, 20, 30] });
  expect(severities[1]?.rolling['time-to-resolve']).toMatchObject({ n: 5, median: 30 });
  expect(severities[2]?.period['time-to-resolve']).toMatchObject({
    n: 0,
    leftOut: [{ why: 'no `started`', count: 1 }],
  });
  const unknown = reportOf([...lines, { ...incident(20, 4, 5), severity: null }], asked('2026-W10'));
  expect(unknown.severities.at(-1)).toMatchObject({ level: null, declared: 1 });
});

test('levels that two handbooks call alike are one row, where the more severe of them stands', () => {
  const elsewhere = { ...incident(21, 4, 5, 'sev-4'), handbook: 'ours' };
  const level = { ...severity('sev-4'), name: 'SEV-2', rank: 0 };
  const { severities, weeks } = reportOf([...lines, { ...elsewhere, severity: level }], asked('2026-W10'));
  expect(severities.map((one) => [one.level?.name, one.level?.rank, one.declared])).toEqual([
    ['SEV-1', 0, 2],
    ['SEV-2', 0, 4],
    ['SEV-3', 2, 1],
    ['SEV-4', 3, 1],
  ]);
  expect(weeks.at(-1)?.declared).toMatchObject({ 'SEV-2': 4 });
});

test('the weeks of the charts', () => {
  expect(report.weeks).toHaveLength(12);
  expect(report.weeks.at(-1)).toMatchObject({
    id: '2026-W10',
    declared: { 'SEV-1': 2, 'SEV-2': 3, 'SEV-3': 1, 'SEV-4': 1 },
    resolve: { n: 5, median: 30, p90: 76 },
  });
  expect(Object.keys(report.weeks.at(-1)?.declared ?? {})).toEqual(['SEV-1', 'SEV-2', 'SEV-3', 'SEV-4']);
  expect(report.weeks.at(-2)).toMatchObject({ declared: { 'SEV-2': 2 }, resolve: { n: 2, median: 60 } });
  expect(report.weeks[0]).toMatchObject({ declared: {}, resolve: null });
});

test('the incidents of the week one by one; the window has the others too, and says why they are not counted', () => {
  expect(numbers(report.incidents)).toEqual([1, 2, 7, 3, 4, 5, 6]);
  const minutes = report.incidents.map((one) => one.minutes['time-to-resolve']);
  expect(minutes).toEqual([100, 10, null, 20, 30, 40, null]);
  expect(report.window.map((one) => [one.line.issue, one.excluded])).toEqual([
    ...[8, 9, 1, 2, 7, 3].map((issue) => [issue, null]),
    [10, 'drill'],
    [11, 'counts-with-parent'],
    ...[4, 5, 6].map((issue) => [issue, null]),
  ]);
  expect(numbers(report.excluded)).toEqual([10, 11]);
});

test('an incident that is not resolved shows the times that it has come to, and is in no number of them', () => {
  const at = { started: '2026-03-03T10:00:00Z', detected: '2026-03-03T10:12:00Z', declared: '2026-03-03T10:15:00Z' };
  const running = { ...incident(6, 3, null), milestones: marks(at) };
  const over = { ...incident(7, 3, 30), milestones: marks({ ...at, resolved: '2026-03-03T10:30:00Z' }) };
  const { rows, incidents } = reportOf([running, over], asked('2026-W10'));
  expect(incidents.map(({ minutes }) => minutes['time-to-detect'])).toEqual([12, 12]);
  expect(rows.find(({ metric }) => metric.id === 'time-to-detect')?.period).toMatchObject({ n: 1, leftOut: [] });
});

test('active time: its own and that of its parts, each minute once; of an open one until the end of the week', () => {
  const active = Object.fromEntries(report.incidents.map((one) => [one.line.issue, one.activeMinutes]));
  // 10:00 to 11:40, and its part from 11:30 to 12:00.
  expect(active[1]).toBe(120);
  // From Friday 10:00 to the midnight after Sunday.
  expect(active[6]).toBe(14 * 60 + 2 * 1440);
});

test('what is open, and for how long', () => {
  expect(report.open).toEqual([{ line: lines[5], ageMinutes: 14 * 60 + 2 * 1440 }]);
  const running = reportOf(lines, asked('2026-W10', { now: '2026-03-06T10:30:00Z' }));
  expect(running.asOf).toBe('2026-03-06T10:30:00Z');
  expect(running.open.map((one) => [one.line.issue, one.ageMinutes])).toEqual([
    [5, 30],
    [6, 30],
  ]);
});

test('a quiet week has no numbers, and says so without a NaN', () => {
  const quiet = reportOf([], asked('2026-W10'));
  expect(row(quiet, 'time-to-resolve')).toMatchObject({ period: { n: 0, values: [] }, weekly: Array(12).fill(null) });
  expect(quiet).toMatchObject({ severities: [], incidents: [], window: [], open: [], excluded: [] });
  expect(JSON.stringify(quiet)).not.toMatch(/NaN|Infinity/);
});
