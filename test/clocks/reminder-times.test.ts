// When what ran out is told: at once, again on fixed times, and not in quiet hours or a snooze.

import { remindedOf } from '../../src/clocks/reminded.ts';
import { toldTimes } from '../../src/clocks/reminder-times.ts';
import type { RunningClock } from '../../src/core/clock.ts';
import { hoursOf } from '../../src/time/weekly-hours.ts';
import { handbook as plain } from '../commands/handbook.ts';
import { heard, type Line } from '../commands/thread.ts';

const clock: RunningClock = {
  ...{ id: 'word:customers', kind: 'word', about: 'customers', name: 'Customers', owner: 'scribe', person: null },
  ...{ begun: '1', from: at('10:00'), due: at('10:20'), period: { amount: 20, unit: 'minutes' }, calendar: null },
  ...{ warnAt: null, escalateAt: null, ended: null, callsOut: false, command: '/draft' },
};
const incidentOf = (...lines: readonly Line[]) => heard([['10:01', 'ada', '/severity sev-3'], ...lines]).incident;
const told = (
  ends: readonly string[],
  more: Partial<RunningClock> = {},
  lines: readonly Line[] = [],
  quiet = false,
) => {
  const handbook = { ...plain, quiet: { hours: quiet ? hoursOf(['11:00-12:00']) : [], below: 'sev-2' } };
  const times = ends.map((time, index) => ({ period: index + 1, due: clock.due ?? '', at: at(time) }));
  return [...toldTimes(times, { ...clock, ...more }, incidentOf(...lines), handbook)].map((one) => [
    one.period,
    one.at.slice(11, 16),
  ]);
};

function at(time: string): string {
  return `2026-03-02T${time}:00Z`;
}

test('the first at once; what is promised again on quarter hours since the declaration, anything else on full hours', () => {
  const ends = ['10:07', '10:27', '10:45', '11:01'];
  const cadence = [
    [1, '10:07'],
    [2, '10:30'],
    [3, '10:45'],
    [4, '11:15'],
  ];
  expect(told(ends)).toEqual(cadence);
  expect(told(ends, { kind: 'vacant', about: 'scribe' })).toEqual([
    [1, '10:07'],
    [3, '11:00'],
    [4, '12:00'],
  ]);
  expect(told(ends, { callsOut: true })).toEqual(ends.map((time, index) => [index + 1, time]));
});

test('of what comes due in quiet hours or a snooze only the last is told, when they are over', () => {
  const ends = ['10:50', '11:10', '11:30', '12:10'];
  const quiet = [
    [1, '10:50'],
    [3, '12:00'],
    [4, '12:15'],
  ];
  expect(told(ends, {}, [], true)).toEqual(quiet);
  expect(told(['11:10', '11:30'], {}, [], true)).toEqual([[2, '12:00']]);
});

describe('who is reminded', () => {
  const who = (lines: readonly Line[], more: Partial<RunningClock> = {}) =>
    remindedOf({ ...clock, ...more }, incidentOf(...lines), plain, at('11:00')).map(({ login }) => login);

  test.each<[string, readonly Line[], readonly string[]]>([
    [
      'who holds the role that owes it',
      [
        ['10:02', 'bob', '/role scribe'],
        ['10:03', 'ada', '/role commander'],
      ],
      ['bob'],
    ],
    [
      'else who leads',
      [
        ['10:03', 'ada', '/role commander'],
        ['10:04', 'bob', '/join'],
      ],
      ['ada'],
    ],
    [
      'else who holds another role',
      [
        ['10:03', 'bob', '/role communications'],
        ['10:04', 'ada', '/join'],
      ],
      ['bob'],
    ],
    ['else who has joined', [['10:04', 'bob', '/join']], ['bob']],
    ['else who answered', [['10:04', 'rae', '/note still down']], ['ada']],
    [
      'who left is not there',
      [
        ['10:04', 'ada', '/join'],
        ['10:05', 'ada', '/leave'],
      ],
      [],
    ],
  ])('%s', (_, lines, people) => {
    expect(who(lines)).toEqual(people);
  });

  test('whose task it is, whoever holds a role', () => {
    const { tenures } = incidentOf(['10:02', 'bob', '/role scribe']);
    const person = tenures[0]?.person ?? null;
    expect(who([['10:03', 'ada', '/role scribe']], { person })).toEqual(['bob']);
  });
});
