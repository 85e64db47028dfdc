// What a clock time in the doubled hour could have meant as well.
import { earlierReading } from '../../src/time/doubled-hour.ts';

const zone = 'Europe/Berlin';
const later = '2026-10-25T01:30:00Z';

test.each([
  '02:30',
  'at 2:30',
  '2026-10-25 02:30',
  '2026-10-25T02:30',
  '02:30 because of it',
  '02:30:00',
  'yesterday 02:30.',
])('%s could have been the earlier one', (words) =>
  expect(earlierReading(words, later, zone)).toBe('2026-10-25T00:30:00Z'),
);

test.each([
  '02:30 CET',
  '02:30+01:00',
  '02:30 UTC+1',
  '02:30 Europe/Berlin',
  '90m ago',
  '',
  '02:31',
  '12:30',
  '02:300',
])('%j is one moment, or another one', (words) => expect(earlierReading(words, later, zone)).toBeNull());

test('the earlier one, another hour and a zone without summer time stand once', () => {
  expect(earlierReading('02:30', '2026-10-25T00:30:00Z', zone)).toBeNull();
  expect(earlierReading('04:30', '2026-10-25T03:30:00Z', zone)).toBeNull();
  expect(earlierReading('01:30', later, 'UTC')).toBeNull();
});
