// Which milestone people are working towards.
import { expect, test } from '@jest/globals';
import { currentMilestone } from '../../src/core/current-milestone.ts';

const now = '2026-03-02T10:00:00Z';
const milestone = (title: string, dueOn: string | null) => ({ id: `MI_${title}`, title, dueOn });
const current = (...milestones: Parameters<typeof currentMilestone>[0]) => currentMilestone(milestones, now)?.title;

test('the earliest due date that has not passed wins, however they are listed', () => {
  const [past, march, april] = [
    milestone('past', '2026-03-01T08:00:00Z'),
    milestone('march', '2026-03-31T07:00:00Z'),
    milestone('april', '2026-04-30T07:00:00Z'),
  ];
  expect(current(april, past, march)).toBe('march');
  expect(current(march, past, april, milestone('someday', null))).toBe('march');
});

test('a milestone is current until its day is over', () => {
  expect(current(milestone('today', '2026-03-02T08:00:00Z'))).toBe('today');
  expect(current(milestone('yesterday', '2026-03-01T23:59:59Z'))).toBeUndefined();
});

test('without a due date ahead, the one without a date that was opened last; else none', () => {
  expect(current(milestone('newer', null), milestone('older', null), milestone('past', '2026-01-01T08:00:00Z'))).toBe(
    'newer',
  );
  expect(current()).toBeUndefined();
});
