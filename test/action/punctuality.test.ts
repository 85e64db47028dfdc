// How late a scheduled run came, from its schedule and the run before it.
import { minutesOf, punctualityOf } from '../../action/punctuality.ts';
import { respondCron } from '../../src/setup/respond-workflow.ts';

const cron = respondCron.public;

/** Day and time of March 2026. */
const march = (at: string): string => `2026-03-${at.replace(' ', 'T')}Z`;

test.each([
  ['in time', '02 10:07:30', '02 10:22:10', '02 10:22:00', 0, 0],
  ['late', '02 10:07:30', '02 10:36:00', '02 10:22:00', 14, 0],
  ['hours late', '02 10:07:30', '02 16:00:00', '02 10:22:00', 338, 22],
  ['over midnight', '02 23:52:30', '03 00:30:00', '03 00:07:00', 23, 1],
  ['the first one', null, '02 10:30:00', '02 10:22:00', 8, null],
  ['twice at once', '02 10:22:30', '02 10:23:00', '02 10:23:00', 0, 0],
  ['a clock of ours that is behind', '02 10:22:30', '02 10:20:00', '02 10:20:00', 0, 0],
] as const)('%s: after %s it runs at %s, should have at %s', (_what, last, now, should, lateMinutes, missed) => {
  const told = punctualityOf(cron, march(now), last && march(last));
  expect(told).toEqual({ should: march(should), lateMinutes, missed });
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
