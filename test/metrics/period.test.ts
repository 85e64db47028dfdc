// Weeks: by their names, at the edges of years, in zones whose clocks change.

import { lastPeriod, readPeriod } from '../../src/metrics/read-period.ts';
import { periodBefore, weeksUntil } from '../../src/metrics/week.ts';
import { localDate } from '../../src/time/time.ts';
import { week } from './asked.ts';

const monday = '2026-03-09T07:17:00Z';
const hours = ({ from, until }: { readonly from: string; readonly until: string }) =>
  (Date.parse(until) - Date.parse(from)) / 3_600_000;

test('a week by its name, whatever the case', () => {
  const period = {
    ...{ id: '2026-W10', from: '2026-03-02T00:00:00Z', until: '2026-03-09T00:00:00Z' },
    ...{ firstDay: '2026-03-02', lastDay: '2026-03-08' },
  };
  expect(readPeriod('2026-W10', monday, 'UTC')).toEqual(period);
  expect(readPeriod(' 2026-w10 ', monday, 'UTC')).toEqual(period);
  expect(readPeriod('last-week', monday, 'UTC')).toEqual(period);
  expect(lastPeriod(monday, 'UTC')).toEqual(period);
  expect(readPeriod('this-week', monday, 'UTC')).toMatchObject({ id: '2026-W11' });
});

test('which week is the last one is a matter of the zone', () => {
  const late = '2026-03-08T23:30:00Z';
  expect(lastPeriod(late, 'UTC').id).toBe('2026-W09');
  expect(lastPeriod(late, 'Europe/Berlin')).toMatchObject({ id: '2026-W10', from: '2026-03-01T23:00:00Z' });
  expect(lastPeriod('2026-03-09T03:00:00Z', 'America/New_York').id).toBe('2026-W09');
});

test.each([
  ['2026-W13', 'Europe/Berlin', 167, '2026-03-22T23:00:00Z', '2026-03-29T22:00:00Z'],
  ['2026-W43', 'Europe/Berlin', 169, '2026-10-18T22:00:00Z', '2026-10-25T23:00:00Z'],
  ['2026-W10', 'America/New_York', 167, '2026-03-02T05:00:00Z', '2026-03-09T04:00:00Z'],
  ['2026-W14', 'Australia/Lord_Howe', 168.5, '2026-03-29T13:00:00Z', '2026-04-05T13:30:00Z'],
  ['2026-W13', 'UTC', 168, '2026-03-23T00:00:00Z', '2026-03-30T00:00:00Z'],
  ['2026-W13', '+02:00', 168, '2026-03-22T22:00:00Z', '2026-03-29T22:00:00Z'],
])('%s in %s has %d hours', (id, zone, length, from, until) => {
  expect(week(id, zone)).toMatchObject({ from, until });
  expect(hours(week(id, zone))).toBe(length);
});

test('weeks at the edge of a year belong to the year of their Thursday', () => {
  expect(week('2020-W53')).toMatchObject({ firstDay: '2020-12-28', lastDay: '2021-01-03' });
  expect(week('2021-W01')).toMatchObject({ firstDay: '2021-01-04' });
  expect(week('2026-W01')).toMatchObject({ firstDay: '2025-12-29', lastDay: '2026-01-04' });
  expect(week('2026-W53')).toMatchObject({ firstDay: '2026-12-28', lastDay: '2027-01-03' });
  expect(lastPeriod('2027-01-05T12:00:00Z', 'UTC').id).toBe('2026-W53');
  expect(periodBefore(week('2021-W01'), 'UTC').id).toBe('2020-W53');
  expect(periodBefore(week('2026-W01'), 'UTC').id).toBe('2025-W52');
});

test('twelve weeks end with the period, without a gap, whatever the clocks do', () => {
  const weeks = weeksUntil(week('2026-W14', 'Europe/Berlin'), 12, 'Europe/Berlin');
  expect(weeks.map(({ id }) => id.slice(5)).join(' ')).toBe('W03 W04 W05 W06 W07 W08 W09 W10 W11 W12 W13 W14');
  for (const [index, { from }] of weeks.entries()) if (index > 0) expect(from).toBe(weeks[index - 1]?.until);
  expect(weeks.map(({ from, firstDay }) => localDate(from, 'Europe/Berlin') === firstDay)).not.toContain(false);
});

test('on a Monday without a midnight the week begins when the day does', () => {
  // Tehran's clocks went from 00:00 to 01:00 on Monday 2021-03-22.
  expect(week('2021-W12', 'Asia/Tehran')).toMatchObject({ firstDay: '2021-03-22', from: '2021-03-21T20:30:00Z' });
});

test.each([
  ['2026-W54', '2026 has no week 54: its weeks are 2026-W01 to 2026-W53. Write one of them, or `last-week`.'],
  ['2025-W53', '2025 has no week 53: its weeks are 2025-W01 to 2025-W52. Write one of them, or `last-week`.'],
  ['2026-W00', '2026 has no week 00: its weeks are 2026-W01 to 2026-W53. Write one of them, or `last-week`.'],
  ['2026-03', '2026-03 is a month, and a report is about one week. Write a week such as `2026-W10`.'],
  ['2026-03-05', '2026-03-05 is a day, and a report is about one week. Write its week: `2026-W10`.'],
  ['2027-01-01', '2027-01-01 is a day, and a report is about one week. Write its week: `2026-W53`.'],
  ['2026-W12', '2026-W12 has not begun yet. Write an earlier week, or `last-week` or `this-week`.'],
  ...[
    '',
    'week',
    '2026W10',
    '2026-W1',
    '2026-02-30',
    '2026',
    '2026-Q1',
    'W10',
    '2026-W10-1',
    '\u001b[2J',
    '__proto__',
    '0000-W01',
  ].map((words) => [words, 'This is no period. Write an ISO week such as `2026-W10`, or `last-week` or `this-week`.']),
])('%j is no period', (words, why) => {
  expect(readPeriod(words ?? '', monday, 'UTC')).toEqual({ why });
});

test('the week that begins this very second has begun', () => {
  expect(readPeriod('2026-W11', '2026-03-09T00:00:00Z', 'UTC')).toMatchObject({ id: '2026-W11' });
  expect(readPeriod('2026-W11', '2026-03-08T23:59:59Z', 'UTC')).toHaveProperty('why');
});
