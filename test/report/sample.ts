// A report put together by hand: what a test is about is overridden, the rest is an ordinary week.
import type { IncidentLine } from '../../src/lines/line.ts';
import type {
  Cell,
  CountCell,
  DurationCell,
  IncidentRow,
  MetricHead,
  MetricRow,
  Report,
  ShareCell,
  Trend,
  Week,
} from '../../src/metrics/report.ts';
import { compileTemplates } from '../../src/render/templates.ts';
import { readShipped } from '../../src/shipped.ts';
import { line, marks, severity } from '../metrics/line.ts';

export const templates = compileTemplates(readShipped().templates);

export const week10 = {
  ...{ id: '2026-W10', from: '2026-03-01T23:00:00Z', until: '2026-03-08T23:00:00Z' },
  ...{ firstDay: '2026-03-02', lastDay: '2026-03-08' },
};
const week09 = {
  ...{ id: '2026-W09', from: '2026-02-22T23:00:00Z', until: '2026-03-01T23:00:00Z' },
  ...{ firstDay: '2026-02-23', lastDay: '2026-03-01' },
};

/** Up to four values, as they stand; from five on with a median, a p90 and a mean that are told. */
export function duration(
  values: readonly number[],
  of?: { n: number; median: number; p90: number; mean: number },
): DurationCell {
  const leftOut: DurationCell['leftOut'] = [];
  return of
    ? { kind: 'duration', leftOut, values: [], ...of }
    : { kind: 'duration', n: values.length, leftOut, values, median: null, p90: null, mean: null };
}

export function share(yes: number, n: number, by: ShareCell['by'] = []): ShareCell {
  return { kind: 'share', n, yes, leftOut: [], by };
}

export function count(n: number, by: CountCell['by'] = []): CountCell {
  return { kind: 'count', n, leftOut: [], by };
}

export const notMeasured: Cell = { kind: 'not-measured', why: 'needs the causes that are declared after an incident' };

export function head(id: string, more: Partial<MetricHead> = {}): MetricHead {
  const name = `${id.charAt(0).toUpperCase()}${id.slice(1).replaceAll('-', ' ')}`;
  return {
    ...{ id, name, group: 'times', unit: 'minutes', cohort: 'resolved', formula: `How ${id} is reckoned` },
    ...{ leavesOut: ['what has no time'], headline: true, better: 'lower', from: 'started', to: 'resolved' },
    ...more,
  };
}

/** A metric with its week, the week before and the twelve. */
export function row(
  metric: MetricHead,
  cells: readonly [Cell, Cell, Cell],
  trend: Trend = { kind: 'none' },
): MetricRow {
  const [period, previous, rolling] = cells;
  const weekly = [30, 60, null, 45, 90, 50, null, 40, 55, 61, 48, 62];
  return { metric, period, previous, rolling, weekly, trend };
}

export function incident(
  one: IncidentLine,
  minutes: IncidentRow['minutes'],
  active: number | null = null,
): IncidentRow {
  return { line: one, minutes, activeMinutes: active };
}

const checkout = line(41, { title: 'Checkout answers with 502', severity: severity('sev-1'), services: ['checkout'] });
const search = line(42, {
  title: 'Search finds nothing new',
  severity: severity('sev-3', 'sev-2'),
  reopened: 1,
  milestones: marks({
    declared: '2026-03-04T08:12:00Z',
    acknowledged: '2026-03-04T08:20:00Z',
    resolved: '2026-03-05T09:00:00Z',
  }),
});
const login = line(39, {
  ...{
    title: 'Login is slow',
    source: 'issue' as const,
    severity: null,
    state: 'open' as const,
    handbook: null,
    closed: null,
  },
  milestones: marks({ declared: '2026-03-06T16:40:00Z' }),
});
const drill = line(43, { title: 'Game day: the database is gone', drill: true });
const old = line(31, { title: 'Checkout answers with 502, February' });

const ordinaryWeek = (index: number): Week => ({
  id: `2026-W${String(index - 1 < 1 ? index + 51 : index - 1).padStart(2, '0')}`,
  declared: index % 3 === 2 ? {} : { 'SEV-1': index % 2, 'SEV-2': index === 10 ? 3 : 2 + (index % 4) },
  resolve: index % 3 === 2 ? null : { n: 3 + index, median: 40 + 5 * index, p90: 200 + index },
  clocks: { n: 4, yes: 3 },
});
/** W51 to W10. */
const weeks: readonly Week[] = Array.from({ length: 12 }, (_, index) => ordinaryWeek(index)).with(11, {
  id: '2026-W10',
  declared: { 'SEV-1': 1, 'SEV-2': 1, '': 1 },
  resolve: null,
  clocks: { n: 4, yes: 3 },
});

const resolveHead = head('time-to-resolve');
const rows: Report['rows'] = [
  row(
    head('time-to-acknowledge', { from: 'detected', to: 'acknowledged' }),
    [duration([5, 8]), duration([3, 4, 12]), duration([], { n: 31, median: 6, p90: 19, mean: 8.5 })],
    { kind: 'too-few' },
  ),
  row(
    resolveHead,
    [
      { ...duration([60, 1488]), leftOut: [{ why: 'no `resolved`', count: 1 }] },
      duration([40, 55, 300]),
      duration([], { n: 29, median: 62.5, p90: 1700, mean: 240 }),
    ],
    { kind: 'too-few' },
  ),
  row(
    head('sla-met', {
      name: 'SLA met',
      unit: 'share',
      group: 'promises',
      cohort: 'due',
      from: null,
      to: null,
      better: 'higher',
    }),
    [
      share(3, 4, [
        { what: 'Acknowledge', n: 2, yes: 2 },
        { what: 'Resolve', n: 2, yes: 1 },
      ]),
      share(4, 4),
      share(40, 48),
    ],
  ),
  row(
    head('incidents', {
      name: 'Incidents',
      unit: 'count',
      group: 'counts',
      cohort: 'declared',
      from: null,
      to: null,
      better: null,
    }),
    [count(3), count(4), count(44)],
  ),
  row(
    head('incidents-by-service', {
      name: 'Incidents by service',
      unit: 'count',
      group: 'counts',
      cohort: 'declared',
      from: null,
      to: null,
      headline: false,
    }),
    [
      count(2, [
        { what: 'checkout', count: 1 },
        { what: 'search', count: 1 },
      ]),
      count(4, [{ what: 'checkout', count: 4 }]),
      count(40, [{ what: 'checkout', count: 40 }]),
    ],
  ),
  row(
    head('recurrence-rate', {
      unit: 'share',
      group: 'recurrence',
      cohort: 'declared',
      headline: false,
      from: null,
      to: null,
    }),
    [notMeasured, notMeasured, notMeasured],
  ),
];

const ordinary: Report = {
  ...{ period: week10, previous: week09, rollingFrom: '2025-12-14T23:00:00Z', zone: 'Europe/Berlin' },
  ...{ asOf: '2026-03-08T23:00:00Z', since: '2025-09-15T23:00:00Z', handbook: { id: 'ims', name: 'IMS' } },
  repositories: [{ name: 'acme/ops', incidents: 61, fromIssueOnly: 2, problem: null }],
  rows,
  severities: [
    {
      level: { id: 'sev-1', name: 'SEV-1', rank: 0 },
      declared: 1,
      period: { 'time-to-resolve': duration([60]) },
      rolling: { 'time-to-resolve': duration([50, 60, 70]) },
    },
    {
      level: { id: 'sev-2', name: 'SEV-2', rank: 1 },
      declared: 1,
      period: { 'time-to-resolve': duration([1488]) },
      rolling: { 'time-to-resolve': duration([], { n: 20, median: 71, p90: 1800, mean: 300 }) },
    },
    { level: null, declared: 1, period: {}, rolling: {} },
  ],
  weeks,
  incidents: [
    incident(search, { 'time-to-acknowledge': 8, 'time-to-resolve': 1488 }, 612),
    incident(login, { 'time-to-acknowledge': null, 'time-to-resolve': null }),
    incident(checkout, { 'time-to-acknowledge': 5, 'time-to-resolve': 60 }, 60),
  ],
  window: [
    { ...incident(old, { 'time-to-acknowledge': 4, 'time-to-resolve': 70 }, 70), excluded: null },
    { ...incident(checkout, { 'time-to-acknowledge': 5, 'time-to-resolve': 60 }, 60), excluded: null },
    { ...incident(drill, { 'time-to-acknowledge': null, 'time-to-resolve': null }, 60), excluded: 'drill' },
    { ...incident(search, { 'time-to-acknowledge': 8, 'time-to-resolve': 1488 }, 612), excluded: null },
    { ...incident(login, { 'time-to-acknowledge': null, 'time-to-resolve': null }), excluded: null },
  ],
  open: [{ line: login, ageMinutes: 3320 }],
  overdue: {
    postMortems: [{ line: old, dueAt: '2026-02-20T10:00:00Z', owner: 'bob' }],
    actionItems: [
      {
        line: old,
        item: {
          ...{ text: 'Alert on 502 before customers call', url: 'https://github.com/acme/ops/issues/33', owner: 'ada' },
          ...{ createdAt: '2026-02-12T10:00:00Z', dueAt: '2026-02-26T10:00:00Z', endedAt: null, ended: null },
        },
      },
    ],
  },
  recurrences: [{ line: checkout, of: old, because: 'the same cause, "connection pool"' }],
  quality: [
    {
      line: login,
      missing: ['started', 'detected'],
      commands: ['/started 2026-03-06 HH:MM', '/detected 2026-03-06 HH:MM'],
      problem: 'it has no card',
    },
  ],
  interventions: [
    {
      line: checkout,
      intervention: {
        what: 'override',
        at: '2026-03-03T09:00:00Z',
        by: 'ada',
        because: 'the vendor answers next week',
        about: 'customers-told',
        minutes: null,
      },
    },
    {
      line: search,
      intervention: {
        what: 'corrected',
        at: '2026-03-05T09:30:00Z',
        by: 'cleo',
        because: null,
        about: 'resolved',
        minutes: -40,
      },
    },
  ],
  excluded: [{ line: drill, why: 'drill' }],
};

/** An ordinary week of a small team, but for what is overridden. */
export function report(more: Partial<Report> = {}): Report {
  return { ...ordinary, ...more };
}

/** A week without incidents: nothing happened, nothing is owed. */
export function quiet(more: Partial<Report> = {}): Report {
  const nothing = duration([]);
  return report({
    rows: ordinary.rows.map((one) => (one.period.kind === 'duration' ? { ...one, period: nothing } : one)),
    ...{ incidents: [], open: [], overdue: { postMortems: [], actionItems: [] }, recurrences: [], quality: [] },
    ...{ interventions: [], excluded: [] },
    ...more,
  });
}

/** What people (and others) put into titles. */
export const hostileTitles: readonly string[] = [
  '\u001B[31mred\u001B[0m \u001B]0;owned\u0007 \u009B2J',
  'right \u202Eto left\u202C \u2066isolated\u2069 \u200Bzero\u200D width \uFEFF',
  ']]> --> <!-- sitrep:metrics:2026-W10 --> <script>alert(1)</script> </details>',
  'a | b || c \\| d \\',
  '`code` ``two`` ```three and `open',
  '@acme/ops @ada #12 acme/ops#12 GH-12 https://github.com/acme/ops/issues/12',
  '&#64;ada &commat;ada fixes &#35;12',
  '[link](https://evil.example) ![image](https://evil.example/x.png) [ref]: https://evil.example',
  '🚒'.repeat(256),
  '{{constructor}} {{#each x}} <%= 1 %>',
  '   ',
  '# heading\n\n- list\n> quote\n~~~\n|a|',
];
