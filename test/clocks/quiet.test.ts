// Reminders wait for the end of quiet hours and of a snooze, but never for a severity that was raised since.

import { isQuiet, remindsAt } from '../../src/clocks/quiet.ts';
import type { Handbook } from '../../src/core/handbook.ts';
import { longestSnooze } from '../../src/core/snooze.ts';
import { hoursOf } from '../../src/time/weekly-hours.ts';
import { handbook as plain } from '../commands/handbook.ts';
import { heard, type Line } from '../commands/thread.ts';

const minutes = (amount: number) => ({ amount, unit: 'minutes' }) as const;
const clock: Handbook['clocks'][number] = {
  ...{ id: 'hand-over', name: 'Hand-over', from: 'declared', to: 'update', repeats: true, owner: 'commander' },
  ...{
    time: 'wall',
    pausedIn: [],
    contract: null,
    warnAt: null,
    escalateAt: null,
    within: { 'sev-2': minutes(60), 'sev-3': minutes(90) },
  },
};
const handbook: Handbook = {
  ...plain,
  clocks: [
    clock,
    { ...clock, id: 'rare', within: { 'sev-2': minutes(240) } },
    { ...clock, id: 'elapsed', to: 'reminder', within: { 'sev-1': minutes(10), 'sev-2': minutes(10) } },
  ],
  quiet: { hours: hoursOf(['22:00-07:00']), below: 'sev-2' },
};
const said = (...lines: readonly Line[]) => heard(lines, { handbook }).incident;
const at = (time: string) => `2026-03-02T${time}:00Z`;

test.each([
  ['/severity sev-3', true],
  ['/severity sev-2', false],
  ['/severity sev-4', true],
])('quiet hours hold below their line: %s', (line, quiet) => {
  const incident = said(['10:10', 'ada', '/severity sev-1'], ['10:11', 'ada', `${line} because it is less`]);
  expect(isQuiet(incident, handbook)).toBe(quiet);
  const due = '2026-03-02T23:10:00Z';
  expect(remindsAt(due, incident, handbook)).toBe(quiet ? '2026-03-03T07:00:00Z' : due);
  expect(remindsAt(at('12:00'), incident, handbook)).toBe(at('12:00'));
});

test('they never hold for a severity that was raised, until it is lowered', () => {
  const lowered: readonly Line[] = [
    ['10:10', 'ada', '/severity sev-1'],
    ['10:11', 'ada', '/severity sev-4 because it is less'],
  ];
  const raised: Line = ['10:12', 'ada', '/severity sev-3'];
  expect(isQuiet(said(...lowered, raised), handbook)).toBe(false);
  expect(isQuiet(said(...lowered, raised, ['10:13', 'ada', '/severity sev-4 because it is less']), handbook)).toBe(
    true,
  );
});

test('without hours there is no quiet; without a line of theirs the line of major incidents counts', () => {
  const incident = said(['10:10', 'ada', '/severity sev-1'], ['10:11', 'ada', '/severity sev-2 because it is less']);
  expect(isQuiet(incident, { ...handbook, quiet: { ...handbook.quiet, below: null } })).toBe(true);
  expect(isQuiet(incident, { ...handbook, quiet: { hours: [], below: null } })).toBe(false);
});

describe('a snooze', () => {
  const start: Line = ['10:10', 'ada', '/severity sev-2'];
  const snooze: Line = ['10:20', 'bob', '/snooze 30m because we wait'];

  test('holds from when it is said until its end, and what comes then is not put off again', () => {
    const incident = said(start, snooze);
    const moments = [at('10:19'), at('10:20'), at('10:49'), at('10:50'), at('11:20')];
    const comes = [at('10:19'), at('10:50'), at('10:50'), at('10:50'), at('11:20')];
    expect(moments.map((due) => remindsAt(due, incident, handbook))).toEqual(comes);
  });

  test('said again and again holds from the first one on; after its end another one begins', () => {
    const row = said(start, snooze, ['10:30', 'bob', '/snooze 25m because we wait']);
    expect(row.snooze).toMatchObject({ from: at('10:20'), until: at('10:55') });
    expect([at('10:19'), at('10:25')].map((due) => remindsAt(due, row, handbook))).toEqual([at('10:19'), at('10:55')]);
    const beyond = said(start, snooze, ['10:49', 'bob', '/snooze 32m because we wait']);
    expect(beyond.snooze).toMatchObject({ until: at('10:50') });
    expect(said(start, snooze, ['10:50', 'bob', '/snooze 30m because we wait']).snooze?.from).toBe(at('10:50'));
  });

  test('leads into the quiet hours', () => {
    const low: Line = ['20:10', 'ada', '/severity sev-3'];
    const late = said(['10:10', 'ada', '/severity sev-2'], low, ['21:40', 'bob', '/snooze 1h because we wait']);
    expect(remindsAt(at('21:50'), late, handbook)).toBe('2026-03-03T07:00:00Z');
  });

  test('ends when the severity is raised, and is gone when it is taken back', () => {
    expect(said(start, snooze, ['10:30', 'ada', '/severity sev-1']).snooze).toBeNull();
    expect(said(start, snooze, ['10:30', 'ada', '/severity sev-3 because it is less']).snooze).not.toBeNull();
    expect(said(start, snooze, ['10:31', 'bob', '/undo']).snooze).toBeNull();
  });

  test('is as long as the shortest period at the most, and there is none once it is over', () => {
    const bound = (...lines: readonly Line[]) => longestSnooze(said(...lines), handbook, at('12:00'));
    expect(bound(start)).toBe(at('13:00'));
    expect(bound(['10:10', 'ada', '/severity sev-3'])).toBe(at('13:30'));
    expect(bound(['10:10', 'ada', '/severity sev-1'])).toBe(at('12:10'));
    expect(bound(['10:10', 'ada', '/severity sev-4'])).toBeNull();
    expect(bound(start, ['11:00', 'ada', '/resolved'])).toBeNull();
    const foretold = (span: string, at = '11:50'): Line => [at, 'ada', `/update Still at it next in ${span}`];
    expect(bound(start, foretold('5m'))).toBe(at('12:05'));
    expect(bound(start, foretold('5m', '11:00'))).toBe(at('12:05'));
    expect(bound(start, foretold('5m'), ['11:55', 'ada', '/update Nothing new'])).toBe(at('13:00'));
    expect(bound(start, foretold('3h'))).toBe(at('13:00'));
    expect(bound(['10:10', 'ada', '/severity sev-4'], foretold('3h'))).toBe(at('15:00'));
  });
});
