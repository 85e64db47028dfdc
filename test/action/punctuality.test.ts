// How late a scheduled run came, from its schedule and the run before it.
import { minutesOf, punctualityOf } from '../../action/punctuality.ts';
import { scheduleOff } from '../../src/core/schedule-off.ts';
import { respondCron } from '../../src/setup/respond-workflow.ts';

const cron = respondCron.public;

test.each([
  [
    'in time',
    '2026-03-02T10:22:10Z',
    '2026-03-02T10:07:30Z',
    { should: '2026-03-02T10:22:00Z', lateMinutes: 0, missed: 0 },
  ],
  [
    'late',
    '2026-03-02T10:36:00Z',
    '2026-03-02T10:07:30Z',
    { should: '2026-03-02T10:22:00Z', lateMinutes: 14, missed: 0 },
  ],
  [
    'hours late',
    '2026-03-02T16:00:00Z',
    '2026-03-02T10:07:30Z',
    { should: '2026-03-02T10:22:00Z', lateMinutes: 338, missed: 22 },
  ],
  [
    'over midnight',
    '2026-03-03T00:30:00Z',
    '2026-03-02T23:52:30Z',
    { should: '2026-03-03T00:07:00Z', lateMinutes: 23, missed: 1 },
  ],
  ['the first one', '2026-03-02T10:30:00Z', null, { should: '2026-03-02T10:22:00Z', lateMinutes: 8, missed: null }],
  [
    'twice at once',
    '2026-03-02T10:23:00Z',
    '2026-03-02T10:22:30Z',
    { should: '2026-03-02T10:23:00Z', lateMinutes: 0, missed: 0 },
  ],
  [
    'a clock of ours that is behind',
    '2026-03-02T10:20:00Z',
    '2026-03-02T10:22:30Z',
    { should: '2026-03-02T10:20:00Z', lateMinutes: 0, missed: 0 },
  ],
] as const)('%s', (_what, now, last, told) => {
  expect(punctualityOf(cron, now, last)).toEqual(told);
});

test('after a year a run reckons with no more than a season', () => {
  expect(punctualityOf(cron, '2027-03-02T10:20:00Z', '2026-03-02T10:07:30Z')?.missed).toBeLessThan(91 * 24 * 4);
});

test.each(['17 6 * * 1', '*/5 * * * *', '61 * * * *', '', 'nonsense', null])(
  'another schedule (%s) is not reckoned with',
  (words) => {
    expect(punctualityOf(words, '2026-03-02T10:20:00Z', null)).toBeNull();
  },
);

test('the schedules that init writes are reckoned with', () => {
  for (const one of Object.values(respondCron)) expect(minutesOf(one)).not.toBeNull();
});

test.each([
  ['2026-03-02T10:00:00Z', false, '2026-04-30T00:00:00Z', '2026-05-01T10:00:00Z'],
  ['2026-03-02T10:00:00Z', false, '2026-04-17T10:00:00Z', '2026-05-01T10:00:00Z'],
  ['2026-03-02T10:00:00Z', false, '2026-04-16T00:00:00Z', null],
  ['2026-03-02T10:00:00Z', true, '2026-04-30T00:00:00Z', null],
  [null, false, '2026-04-30T00:00:00Z', null],
] as const)('last pushed %s (private: %s), at %s: off at %s', (pushedAt, isPrivate, now, off) => {
  expect(scheduleOff({ private: isPrivate, pushedAt }, now)).toBe(off);
});
