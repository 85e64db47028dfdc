// What the report lists beside its numbers: what came back, what is overdue, what is missing, what was gone around.
import type { IncidentLine, Intervention } from '../../src/lines/line.ts';
import type { Report } from '../../src/metrics/report.ts';
import { reportOf } from '../../src/metrics/report-of.ts';
import { asked } from './asked.ts';
import { line, marks } from './line.ts';
import { linesOf, type ToldIncident } from './told-incident.ts';

function reportOn(told: readonly ToldIncident[], more: Partial<Parameters<typeof asked>[1]> = {}): Report {
  return reportOf(linesOf(told), asked('2026-W10', more));
}

const pairs = ({ recurrences }: Report) =>
  recurrences.map(({ line: { issue }, of, because }) => [issue, of.issue, because]);

test('what came back stands with the one that was there last, and with the cause as it says it', () => {
  const report = reportOn([
    { declared: '2026-01-05 10:00', resolved: '2026-01-05 11:00', causes: ['disk full'], services: ['shop', 'mail'] },
    { declared: '2026-02-05 10:00', resolved: '2026-02-05 11:00', causes: ['disk full', 'cable'] },
    { declared: '2026-03-02 10:00', causes: ['Disk full', 'cable'] },
    { declared: '2026-03-03 10:00', causes: ['cable'], services: ['shop'] },
    { declared: '2026-03-04 10:00', causes: ['cable'], services: ['Shop', 'mail'] },
    { declared: '2026-03-05 10:00', causes: ['something else'] },
    { declared: '2026-03-09 10:00', causes: ['cable'] },
  ]);
  expect(pairs(report)).toEqual([
    [3, 2, 'Disk full'],
    [4, 3, 'cable'],
    [5, 4, 'Shop: cable'],
  ]);
});

test('one that was declared earlier and resolved later is the last that was there', () => {
  const report = reportOn([
    { declared: '2026-01-05 10:00', resolved: '2026-03-01 11:00', causes: ['cable'] },
    { declared: '2026-02-05 10:00', resolved: '2026-02-05 11:00', causes: ['cable'] },
    { declared: '2026-03-02 10:00', causes: ['cable'] },
  ]);
  expect(pairs(report)).toEqual([[3, 1, 'cable']]);
});

test('post-mortems that are overdue: of any time and of parts too, longest first; not of drills, and not what is due now', () => {
  const due = (time: string): ToldIncident => ({ 'post-mortem': { due: time } });
  const report = reportOn(
    [
      due('2026-03-05 09:00'),
      { ...due('2025-06-01 10:00'), declared: '2025-05-20 10:00', resolved: '2025-05-20 11:00' },
      { ...due('2026-03-04 10:00'), parent: '#1' },
      { ...due('2026-03-04 10:00'), drill: true },
      { ...due('2026-03-04 10:00'), reviewed: '2026-03-05 08:00' },
      { ...due('2026-03-04 10:00'), reviewed: '2026-03-07 08:00' },
      due('2026-03-05 12:00'),
      due('2026-03-20 12:00'),
      { 'post-mortem': {} },
    ],
    { now: '2026-03-05T12:00:00Z' },
  );
  expect(report.overdue.postMortems.map(({ line: { issue }, dueAt }) => [issue, dueAt])).toEqual([
    [2, '2025-06-01T10:00:00Z'],
    [3, '2026-03-04T10:00:00Z'],
    [6, '2026-03-04T10:00:00Z'],
    [1, '2026-03-05T09:00:00Z'],
  ]);
});

test('action items that are open and past their time: what a drill taught is owed as well', () => {
  const report = reportOn([
    { items: [{ due: '2026-03-08 10:00' }, { due: '2026-03-04 10:00', done: '2026-03-05 10:00' }, {}] },
    { drill: true, items: [{ due: '2026-03-03 10:00' }] },
    { items: [{ due: '2026-03-04 10:00', dropped: '2026-03-05 10:00' }, { due: '2026-03-09 00:00' }] },
    { items: [{ due: '2026-03-07 10:00', done: '2026-03-10 10:00' }] },
  ]);
  const owed = report.overdue.actionItems.map(({ line: { issue }, item }) => [
    issue,
    item.text,
    item.dueAt,
    item.owner,
  ]);
  expect(owed).toEqual([
    [2, 'Item 1', '2026-03-03T10:00:00Z', 'ada'],
    [4, 'Item 1', '2026-03-07T10:00:00Z', 'ada'],
    [1, 'Item 1', '2026-03-08T10:00:00Z', 'ada'],
  ]);
});

const gaps = ({ quality }: Report) =>
  quality.map(({ line: { issue }, missing, commands }) => [issue, missing, commands]);

test('what is missing of incidents that are over or that a time leaves out, with the day on which it probably was', () => {
  const report = reportOn([
    {},
    { started: null, acknowledged: null },
    { declared: '2026-02-27 10:00', detected: null, resolved: '2026-03-03 09:00' },
    {
      ...{ declared: '2026-02-27 10:00', detected: null, acknowledged: '2026-02-27 10:05' },
      ...{ mitigated: '2026-02-28 08:00', resolved: '2026-02-28 09:00' },
    },
    { mitigated: null, resolved: null, closed: '2026-03-05 23:30' },
    { resolved: null, closed: null, started: null },
    { mitigated: null, identified: null },
    { drill: true, started: null },
  ]);
  expect(gaps(report)).toEqual([
    [3, ['detected'], ['/detected 2026-02-27 HH:MM UTC']],
    [2, ['started', 'acknowledged'], ['/started 2026-03-02 HH:MM UTC', '/ack 2026-03-02 HH:MM UTC']],
    [5, ['mitigated', 'resolved'], ['/mitigated 2026-03-05 HH:MM UTC', '/resolved 2026-03-05 HH:MM UTC']],
    [6, ['started'], ['/started 2026-03-02 HH:MM UTC']],
    [7, ['mitigated'], ['/mitigated 2026-03-02 HH:MM UTC']],
  ]);
});

test('the day is the zone’s', () => {
  const told: ToldIncident = {
    declared: '2026-03-02 23:30',
    resolved: null,
    closed: '2026-03-05 23:30',
    detected: null,
  };
  expect(gaps(reportOn([told], { zone: 'Europe/Berlin' }))).toEqual([
    [
      1,
      ['detected', 'resolved'],
      ['/detected 2026-03-03 HH:MM Europe/Berlin', '/resolved 2026-03-06 HH:MM Europe/Berlin'],
    ],
  ]);
});

test('one from the issue only wants its record first; a broken card is listed whenever it was, and no command mends it', () => {
  const bare: Partial<IncidentLine> = {
    ...{ source: 'issue', handbook: null, severity: null, active: [] },
    milestones: marks({ declared: '2026-03-02T10:00:00Z', closed: '2026-03-02T11:00:00Z' }),
  };
  const old = {
    ...bare,
    milestones: marks({ declared: '2025-03-02T10:00:00Z' }),
    closed: null,
    state: 'open' as const,
  };
  const report = reportOf(
    [
      line(1, bare),
      line(2, { ...bare, problem: 'Its card was changed by hand.' }),
      line(3, { ...old, problem: 'Its card was changed by hand.', drill: true }),
      line(4, old),
    ],
    asked('2026-W10'),
  );
  expect(report.quality.map((row) => [row.line.issue, row.missing.length, row.commands, row.problem])).toEqual([
    [3, 0, [], 'Its card was changed by hand.'],
    [1, 5, ['/backfill'], null],
    [2, 5, [], 'Its card was changed by hand.'],
  ]);
});

test('what was said in the week is listed in the order it was said, of whatever incident', () => {
  const said = (what: Intervention['what'], at: string): Intervention => ({
    ...{ what, at: `${at}:00Z`, by: 'ada', because: 'it was late', about: '', minutes: null },
  });
  const report = reportOf(
    [
      line(1, { interventions: [said('override', '2026-03-08T23:59'), said('corrected', '2026-03-02T00:00')] }),
      line(2, {
        closed: { reason: 'not_planned', at: '2026-03-04T10:00:00Z', anyway: [], carriedOver: false },
        interventions: [said('cancelled', '2026-03-04T10:00')],
      }),
      line(3, { interventions: [said('backfilled', '2026-03-09T00:00'), said('backfilled', '2026-03-01T23:59')] }),
    ],
    asked('2026-W10'),
  );
  expect(report.interventions.map(({ line: { issue }, intervention }) => [issue, intervention.what])).toEqual([
    [1, 'corrected'],
    [2, 'cancelled'],
    [1, 'override'],
  ]);
});
