// When GitHub turns a schedule off that nobody commits beside.
import { scheduleOff } from '../../src/core/schedule-off.ts';

test.each([
  ['2026-03-02T10:00:00Z', false, '2026-04-30T00:00:00Z', '2026-05-01T10:00:00Z'],
  ['2026-03-02T10:00:00Z', false, '2026-04-17T10:00:00Z', '2026-05-01T10:00:00Z'],
  ['2026-03-02T10:00:00Z', false, '2026-04-16T00:00:00Z', null],
  ['2026-03-02T10:00:00Z', true, '2026-04-30T00:00:00Z', null],
  [null, false, '2026-04-30T00:00:00Z', null],
] as const)('last pushed %s (private: %s), at %s: off at %s', (pushedAt, isPrivate, now, off) => {
  expect(scheduleOff({ private: isPrivate, pushedAt }, now)).toBe(off);
});
