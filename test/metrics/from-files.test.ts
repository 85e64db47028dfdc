// What no record holds yet is measured as soon as a file does: lines as `sitrep export` writes them, read and counted.
import { createReadStream } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { IncidentLine } from '../../src/lines/line.ts';
import { readLines } from '../../src/lines/read-lines.ts';
import type { Cell, Report } from '../../src/metrics/report.ts';
import { reportOf } from '../../src/metrics/report-of.ts';
import { asked } from './asked.ts';

async function reportFrom(name: string): Promise<Report> {
  const path = fileURLToPath(new URL(`lines/${name}.jsonl`, import.meta.url));
  const lines: IncidentLine[] = [];
  for await (const line of readLines(createReadStream(path, 'utf8'), `${name}.jsonl`)) lines.push(line);
  return reportOf(lines, asked('2026-W10'));
}

function cell({ rows }: Report, id: string): Cell | undefined {
  return rows.find(({ metric }) => metric.id === id)?.period;
}

test('action items: in time, how long they took, and who owes what', async () => {
  const report = await reportFrom('action-items');
  const missing = { why: 'action items are not on record', count: 1 };
  expect(cell(report, 'action-items-on-time')).toMatchObject({
    ...{ kind: 'share', n: 3, yes: 1 },
    leftOut: [missing, { why: 'dropped', count: 1 }, { why: 'no due time', count: 1 }],
  });
  expect(cell(report, 'action-item-lead-time')).toMatchObject({ kind: 'duration', n: 3, values: [90, 2760, 5640] });
  const owed = report.overdue.actionItems.map(({ line, item }) => [line.issue, item.owner, item.dueAt, item.url]);
  expect(owed).toEqual([[2, 'ada', '2026-03-06T17:00:00Z', 'https://github.com/acme/ops/issues/120']]);
});

test('causes: what came back, from what, and how many are known', async () => {
  const report = await reportFrom('causes');
  expect(cell(report, 'recurrence-rate')).toMatchObject({
    ...{ kind: 'share', n: 2, yes: 1 },
    leftOut: [
      { why: 'causes are not on record', count: 1 },
      { why: 'no cause declared', count: 1 },
    ],
  });
  expect(cell(report, 'root-cause-rate')).toMatchObject({ kind: 'share', n: 3, yes: 2 });
  expect(report.recurrences.map(({ line, of, because }) => [line.issue, of.issue, because])).toEqual([
    [3, 1, 'checkout: expired  certificate'],
  ]);
});

test('clocks: each by itself, by the week, and what runs past its time is missed', async () => {
  const report = await reportFrom('clocks');
  expect(cell(report, 'sla-met')).toEqual({
    ...{ kind: 'share', n: 7, yes: 5, leftOut: [{ why: 'clocks are not on record', count: 1 }] },
    by: [
      { what: 'Resolution', n: 3, yes: 2 },
      { what: 'Response', n: 4, yes: 3 },
    ],
  });
  expect(report.weeks.at(-1)?.clocks).toEqual({ n: 7, yes: 5 });
});

test('drills: out of every number, visibly, and what they taught is owed', async () => {
  const report = await reportFrom('drills');
  expect(cell(report, 'incidents-by-severity')).toMatchObject({ n: 2 });
  expect(cell(report, 'severity-accuracy')).toMatchObject({ n: 2, yes: 1 });
  expect(report.excluded.map(({ line, why }) => [line.issue, why])).toEqual([[2, 'drill']]);
  expect(report.overdue.actionItems.map(({ line }) => line.issue)).toEqual([2]);
});
