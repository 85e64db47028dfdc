// Working time: terms, hours and holidays, also on the days on which clocks are changed.
import fc from 'fast-check';
import { businessDue, businessSeconds, opensAt, openUntil } from '../../src/time/business-time.ts';
import type { Calendar } from '../../src/time/calendar.ts';
import { plusDays } from '../../src/time/local-moment.ts';
import { dueAfter } from '../../src/time/term.ts';
import { plusMinutes } from '../../src/time/time.ts';
import { type Hours, readAllHours, readHours } from '../../src/time/weekly-hours.ts';
import { hours as hoursOfChance } from '../oncall/rota-story.ts';
import { here, leastOf } from '../processor-time.ts';
import { type Wall, wallOf, watched } from './wall-clock.ts';

const minutes = (amount: number) => ({ amount, unit: 'minutes' }) as const;
const businessDays = (amount: number) => ({ amount, unit: 'business-days' }) as const;
const hours = (...texts: readonly string[]): readonly Hours[] => texts.map((text) => readHours(text)!);
const office: Calendar = { zone: 'Europe/Berlin', hours: hours('Mon-Fri 09:00-17:00'), holidays: ['2026-12-25'] };

describe('a term in working time', () => {
  test.each([
    ['begins within the hours', '2026-11-23T09:00:00Z', minutes(60), '2026-11-23T10:00:00Z'],
    ['ends as the day does', '2026-11-23T15:00:00Z', minutes(60), '2026-11-23T16:00:00Z'],
    ['goes on the next morning', '2026-11-23T15:30:00Z', minutes(60), '2026-11-24T08:30:00Z'],
    ['goes on after the weekend', '2026-11-27T15:30:00Z', minutes(60), '2026-11-30T08:30:00Z'],
    ['begins before the hours', '2026-11-23T03:00:00Z', minutes(30), '2026-11-23T08:30:00Z'],
    ['leaves a holiday out', '2026-12-24T15:30:00Z', minutes(60), '2026-12-28T08:30:00Z'],
    ['keeps its seconds', '2026-11-23T09:00:17Z', minutes(1), '2026-11-23T09:01:17Z'],
    ['is a business day', '2026-11-27T15:30:00Z', businessDays(1), '2026-11-30T15:30:00Z'],
    ['is a day that begins on Saturday', '2026-11-28T12:00:00Z', { amount: 1, unit: 'days' }, '2026-12-01T08:00:00Z'],
    ['is days, with a holiday between', '2026-12-24T10:00:00Z', businessDays(1), '2026-12-28T10:00:00Z'],
  ] as const)('%s: from %s', (_, from, term, due) => {
    expect(businessDue(from, term, office)).toBe(due);
  });

  test('counts Monday to Friday where no hours are told', () => {
    const calendar = { zone: 'UTC', hours: [], holidays: [] };
    expect(businessDue('2026-11-27T23:00:00Z', minutes(120), calendar)).toBe('2026-11-30T01:00:00Z');
  });

  test('is over when the hours begin next, where there is nothing of it', () => {
    expect(businessDue('2026-11-27T23:00:00Z', minutes(0), office)).toBe('2026-11-30T08:00:00Z');
  });

  test('costs little, however absurd: a config cannot hold up who reckons for all', () => {
    const absurd = [minutes(599_940), businessDays(3660)];
    const least = leastOf(5, (run) => {
      for (const term of absurd)
        for (let day = 10; day < 20; day += 1) businessDue(`2026-03-${day}T1${run}:00:00Z`, term, office);
    });
    expect(least / 20).toBeLessThan(here(15));
  });

  test('ends some day, whatever the hours', () => {
    const rare = { zone: 'UTC', hours: hours('Sun 02:00-02:01'), holidays: [] };
    expect(businessDue('2026-01-01T00:00:00Z', minutes(500_000), rare)).toBe('2036-01-09T00:00:00Z');
  });
});

describe('business days', () => {
  test.each([
    ['leave out a holiday', '2026-12-24T10:00:00Z', office, '2026-12-28T10:00:00Z'],
    [
      'are those that the hours name',
      '2026-11-26T10:00:00Z',
      { hours: hours('Sun-Thu 09:00-17:00') },
      '2026-11-29T10:00:00Z',
    ],
    ['are Monday to Friday', '2026-11-26T10:00:00Z', {}, '2026-11-27T10:00:00Z'],
  ] as const)('%s', (_, from, calendar, due) => {
    expect(dueAfter(from, businessDays(1), { zone: 'UTC', hours: [], holidays: [], ...calendar })).toBe(due);
  });
});

test.each([
  ['Mon-Fri 08:00-18:00', ['Mon-Fri 08:00-18:00'], null],
  ['Mon–Fri 08:00–18:00', ['Mon-Fri 08:00-18:00'], null],
  ['Mon-Thu 08:00-18:00, Fri 08:00-14:00', ['Mon-Thu 08:00-18:00', 'Fri 08:00-14:00'], null],
  ['Mon, Tue 08:00-12:00; 13:00-17:00', ['Mon,Tue 08:00-12:00', '13:00-17:00'], null],
  [
    'Mon-Fri 08:00-18:00 and Sat 10:00-14:00 Europe/Berlin',
    ['Mon-Fri 08:00-18:00', 'Sat 10:00-14:00'],
    'Europe/Berlin',
  ],
  ['Mon-Fri 08:00-18:00 (UTC)', ['Mon-Fri 08:00-18:00'], 'UTC'],
])('the hours of a contract: %j', (text, lines, zone) => {
  expect(readAllHours(text)).toEqual({ hours: hours(...lines), zone });
});

test.each(['business hours', '', 'Mon-Fri 08:00-18:00 or so', '24/7', 'Mon-Fri 08:00-18:00 Mars/Olympus'])(
  '%j are no hours of a contract',
  (text) => {
    expect(readAllHours(text)).toBeNull();
  },
);

describe('within the hours', () => {
  test.each([
    ['2026-11-23T08:00:00Z', '2026-11-23T16:00:00Z', '2026-11-23T08:00:00Z'],
    ['2026-11-23T15:59:59Z', '2026-11-23T16:00:00Z', '2026-11-23T15:59:59Z'],
    ['2026-11-23T16:00:00Z', null, '2026-11-24T08:00:00Z'],
    ['2026-12-25T10:00:00Z', null, '2026-12-28T08:00:00Z'],
  ])('%s', (at, until, opens) => {
    expect([openUntil(at, office), opensAt(at, office)]).toEqual([until, opens]);
  });

  test('a night is one stretch', () => {
    const night = { zone: 'Europe/Berlin', hours: hours('22:00-07:00'), holidays: [] };
    expect(openUntil('2026-11-23T21:30:00Z', night)).toBe('2026-11-24T06:00:00Z');
  });
});

describe('beside the clock on the wall, minute by minute', () => {
  const calendarOfChance = fc.record({
    hours: fc.oneof(fc.constant(hours('Mon-Fri 09:00-17:00')), fc.array(hoursOfChance, { minLength: 1, maxLength: 3 })),
    holidays: fc.uniqueArray(fc.nat({ max: 16 }), { maxLength: 3 }),
  });

  test.each([
    ['Europe/Berlin', '2026-03-21T00:00:00Z'],
    ['Europe/Berlin', '2026-10-17T00:00:00Z'],
    ['America/New_York', '2026-03-01T00:00:00Z'],
    ['America/New_York', '2026-10-24T00:00:00Z'],
    ['Australia/Lord_Howe', '2026-03-28T00:00:00Z'],
    ['Australia/Lord_Howe', '2026-09-26T00:00:00Z'],
    ['Asia/Kathmandu', '2026-03-21T00:00:00Z'],
  ])('in %s from %s on', (zone, start) => {
    const wall = wallOf(zone, start, 17);
    const dates = [...new Set(wall.minutes.map(({ shown }) => shown.slice(0, 10)))];
    // Hours that began before the wall shows anything are no affair of it.
    const first = wall.minutes.findIndex(({ shown }) => shown.startsWith(dates[2]!));
    const place = fc.integer({ min: first, max: wall.minutes.length - 1 });
    fc.assert(
      fc.property(calendarOfChance, place, place, fc.integer({ min: 1, max: 4000 }), (told, here, there, amount) => {
        const calendar = { zone, hours: told.hours, holidays: told.holidays.flatMap((day) => dates[day] ?? []) };
        const open = openMinutes(wall, calendar);
        const at = (index: number): string => wall.minutes[index]!.at;
        const end = wall.minutes.length;
        // Seconds of working time between two moments.
        const [from, until] = [Math.min(here, there), Math.max(here, there)];
        expect(businessSeconds(at(from), at(until), calendar)).toBe(sum(open.slice(from, until)) * 60);
        // The minute in which a term ends.
        let left = amount;
        let last = from;
        for (; last < end && left > 0; last += 1) left -= open[last] ? 1 : 0;
        const due = businessDue(at(from), minutes(amount), calendar);
        if (left > 0) expect(due > at(end - 1)).toBe(true);
        else expect(Date.parse(due)).toBe(Date.parse(at(last - 1)) + 60_000);
        // Whether and until when.
        const closed = open.indexOf(false, from);
        const opens = open.indexOf(true, from);
        if (closed > from) expect(openUntil(at(from), calendar)).toBe(at(closed));
        if (closed === from) expect(openUntil(at(from), calendar)).toBeNull();
        if (opens >= 0) expect(opensAt(at(from), calendar)).toBe(at(opens));
      }),
      { numRuns: 60 },
    );
  });
});

describe('years ahead, beside the hours one after another', () => {
  const zones = ['Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe', 'Africa/Casablanca', 'Asia/Tehran'];
  const moment = fc
    .tuple(fc.integer({ min: 2018, max: 2030 }), fc.integer({ min: 0, max: 525_000 }))
    .map(([year, minute]) => plusMinutes(`${year}-01-01T00:00:00Z`, minute));
  const holidays = fc.array(
    fc.tuple(fc.integer({ min: 2018, max: 2034 }), fc.integer({ min: 0, max: 364 })).map(([year, day]) => {
      return plusDays(`${year}-01-01`, day);
    }),
    { maxLength: 30 },
  );

  test.each(zones)('in %s', (zone) => {
    const told = fc.array(hoursOfChance, { minLength: 1, maxLength: 3 });
    const amount = fc.integer({ min: 1, max: 200_000 });
    fc.assert(
      fc.property(moment, told, holidays, amount, (from, open, closed, most) => {
        const calendar = { zone, hours: open, holidays: closed };
        const end = plusMinutes(from, 60 * 24 * 450);
        let [at, left] = [opensAt(from, calendar), most * 60];
        let total = 0;
        let due = null as string | null;
        while (at < end) {
          const until = openUntil(at, calendar);
          if (until === null) break;
          const seconds = (Date.parse(until) - Date.parse(at)) / 1000;
          if (due === null && seconds >= left) due = plusMinutes(at, left / 60);
          left -= seconds;
          total += until <= end ? seconds : (Date.parse(end) - Date.parse(at)) / 1000;
          at = opensAt(until, calendar);
        }
        expect(businessSeconds(from, end, calendar)).toBe(total);
        const reckoned = businessDue(from, minutes(most), calendar);
        if (due !== null) expect(reckoned).toBe(due);
        else expect(reckoned >= end).toBe(true);
      }),
      { numRuns: 4 },
    );
  });
});

function openMinutes(wall: Wall, { hours: open, holidays }: Calendar): readonly boolean[] {
  const closed = holidays.map((date) => ({ date, insteadOf: null, who: [] }));
  const changes = watched(wall, { people: ['open'], turns: null, hours: open }, closed, []);
  let at = 0;
  return wall.minutes.map((minute) => {
    while (changes[at + 1] && changes[at + 1]![0] <= minute.at) at += 1;
    return changes[at]![1] !== '';
  });
}

function sum(open: readonly boolean[]): number {
  return open.filter(Boolean).length;
}
