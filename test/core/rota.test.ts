// Rotas: whose turn it is, and until when, also on the days on which clocks are changed.
import fc from 'fast-check';
import { firstMoment } from '../../src/core/local-moment.ts';
import { type Layer, noRoster, type Rota, rotaNamed } from '../../src/core/rota.ts';
import { dutyAt, layersAt, momentsOf, nextChange, onCallAt } from '../../src/core/rota-at.ts';
import { readHours } from '../../src/core/weekly-hours.ts';
import { type Instead, type Wall, wallOf, watched } from './wall-clock.ts';

const plain: Layer = {
  id: 'primary',
  name: 'Primary',
  zone: 'UTC',
  people: ['ada', 'bob', 'cy'],
  turns: null,
  hours: [],
};
const weekly = { days: 7, time: '09:00', starts: '2026-01-05' };

function rotaOf(layer: Partial<Layer>, more: Partial<Rota> = {}): Rota {
  const layers = [{ ...plain, ...layer }];
  return {
    id: 'pay',
    name: 'Payments',
    zone: 'UTC',
    contact: null,
    cover: [],
    layers,
    holidays: [],
    overrides: [],
    ...more,
  };
}

const instead = (from: string, until: string, who: readonly string[], more = {}) => ({
  ...{ from, until, who, layer: null, insteadOf: null },
  ...more,
});

describe('the first moment at which the clocks show a time', () => {
  test.each([
    ['2026-03-29', '02:30', 'Europe/Berlin', '2026-03-29T01:00:00Z', 'is skipped: the change'],
    ['2026-03-29', '03:00', 'Europe/Berlin', '2026-03-29T01:00:00Z', 'is the change'],
    ['2026-10-25', '02:30', 'Europe/Berlin', '2026-10-25T00:30:00Z', 'comes twice: the first'],
    ['2026-10-25', '03:00', 'Europe/Berlin', '2026-10-25T02:00:00Z', 'comes once'],
    ['2026-03-08', '02:30', 'America/New_York', '2026-03-08T07:00:00Z', 'is skipped'],
    ['2026-11-01', '01:30', 'America/New_York', '2026-11-01T05:30:00Z', 'comes twice'],
    ['2026-10-04', '02:10', 'Australia/Lord_Howe', '2026-10-03T15:30:00Z', 'is skipped, half an hour'],
    ['2026-04-05', '01:45', 'Australia/Lord_Howe', '2026-04-04T14:45:00Z', 'comes twice, half an hour'],
    ['2026-03-29', '02:30', 'Asia/Kolkata', '2026-03-28T21:00:00Z', 'is a time as any other'],
    ['2011-12-30', '09:00', 'Pacific/Apia', '2011-12-30T10:00:00Z', 'is on a day that was left out'],
    ['2026-12-31', '24:00', 'UTC', '2027-01-01T00:00:00Z', 'is midnight'],
  ])('%s %s in %s is %s: it %s', (date, time, zone, at) => {
    expect(firstMoment(date, time, zone)).toBe(at);
  });
});

test.each([
  ['Mon-Fri 08:00-18:00', { days: [1, 2, 3, 4, 5], from: '08:00', until: '18:00' }],
  ['monday - friday 8:00 - 18:00', { days: [1, 2, 3, 4, 5], from: '08:00', until: '18:00' }],
  ['Sat,Sun 00:00-24:00', { days: [6, 7], from: '00:00', until: '24:00' }],
  ['Fri-Mon 22:00-06:00', { days: [1, 5, 6, 7], from: '22:00', until: '06:00' }],
  ['22:00-06:00', { days: [1, 2, 3, 4, 5, 6, 7], from: '22:00', until: '06:00' }],
])('the hours %j', (text, hours) => {
  expect(readHours(text)).toEqual(hours);
});

test.each([
  ...['', '08:00', 'Mon-Fri', 'Mon-Fri 8-18', 'Mo-Fr 08:00-18:00', 'Mon-Wed-Fri 08:00-18:00'],
  ...['08:00-08:00', '24:00-08:00', '08:00-24:30', '08:60-09:00'],
])('%j are no hours', (text) => {
  expect(readHours(text)).toBeNull();
});

describe('a layer', () => {
  const rota = rotaOf({ turns: weekly });

  test('hands on at the hour of the day, and has nobody before it begins', () => {
    const people = (at: string) => dutyAt(rota, rota.layers[0]!, at);
    expect(people('2026-01-05T08:59:59Z')).toEqual({ people: [], absence: { why: 'not-begun' } });
    expect(people('2026-01-05T09:00:00Z')).toEqual({ people: ['ada'], absence: null });
    expect(people('2026-01-12T08:59:59Z').people).toEqual(['ada']);
    expect(people('2026-01-12T09:00:00Z').people).toEqual(['bob']);
    expect(people('2026-01-26T09:00:00Z').people).toEqual(['ada']);
  });

  test('in which nobody takes turns has all of them together, for ever', () => {
    expect(layersAt(rotaOf({}), '2026-01-05T09:00:00Z')).toMatchObject([{ people: ['ada', 'bob', 'cy'], until: null }]);
    expect(nextChange(rotaOf({}), '2026-01-05T09:00:00Z')).toBeNull();
  });

  test('of one who is handed on to the same one has no change to tell', () => {
    expect(nextChange(rotaOf({ people: ['ada'], turns: weekly }), '2026-01-05T09:00:00Z')).toBeNull();
  });

  test('is replaced on holidays and by overrides, the last word winning, never beyond its hours', () => {
    const hours = [{ days: [1, 2, 3, 4, 5], from: '08:00', until: '18:00' }];
    const replaced = rotaOf(
      { turns: weekly, hours },
      {
        holidays: [{ date: '2026-01-06', layer: null, insteadOf: null, who: [] }],
        overrides: [
          instead('2026-01-06T12:00:00Z', '2026-01-10T23:00:00Z', ['dee']),
          instead('2026-01-07T12:00:00Z', '2026-01-07T14:00:00Z', ['eve'], { insteadOf: 'DEE' }),
          instead('2026-01-07T12:00:00Z', '2026-01-07T14:00:00Z', [], { insteadOf: 'ada' }),
          instead('2026-01-08T12:00:00Z', '2026-01-08T14:00:00Z', ['eve'], { layer: 'secondary' }),
          instead('2026-01-09T12:00:00Z', '2026-01-09T14:00:00Z', []),
        ],
      },
    );
    const at = (time: string) => dutyAt(replaced, replaced.layers[0]!, time);
    expect(at('2026-01-06T10:00:00Z')).toEqual({ people: [], absence: { why: 'holiday', index: 0 } });
    expect(at('2026-01-06T12:00:00Z')).toEqual({ people: ['dee'], absence: null });
    expect(at('2026-01-06T18:00:00Z')).toEqual({ people: [], absence: { why: 'outside-hours' } });
    expect(at('2026-01-07T13:00:00Z').people).toEqual(['eve']);
    expect(at('2026-01-08T13:00:00Z').people).toEqual(['dee']);
    expect(at('2026-01-09T13:00:00Z')).toEqual({ people: [], absence: { why: 'override', index: 4 } });
    expect(at('2026-01-10T13:00:00Z').absence).toEqual({ why: 'outside-hours' });
  });

  test('outside its hours is passed over: the next one is called first', () => {
    const day = { ...plain, id: 'day', people: ['ada'], hours: [readHours('08:00-20:00')!] };
    const night = { ...plain, id: 'night', people: ['bob'], hours: [readHours('20:00-08:00')!] };
    const both = rotaOf({}, { layers: [day, night] });
    expect(onCallAt(both, '2026-01-05T19:59:59Z')).toEqual({ layer: day, people: ['ada'] });
    expect(onCallAt(both, '2026-01-05T20:00:00Z')).toEqual({ layer: night, people: ['bob'] });
    expect(nextChange(both, '2026-01-05T20:00:00Z')).toBe('2026-01-06T08:00:00Z');
    expect(onCallAt(rotaOf({}, { layers: [day] }), '2026-01-05T20:00:00Z')).toBeNull();
  });
});

test('a rota is found by its id or name', () => {
  expect(rotaNamed([rotaOf({})], ' PAY ')?.id).toBe('pay');
  expect(rotaNamed([rotaOf({})], 'payments')?.id).toBe('pay');
  expect(rotaNamed(noRoster.rotas, 'pay')).toBeUndefined();
});

describe('whatever the rota, the clock on the wall agrees', () => {
  /** Days before each change of the clocks, or any other day where there is none. */
  const walls: readonly Wall[] = [
    ...[wallOf('Europe/Berlin', '2026-03-25T00:00:00Z', 9), wallOf('Europe/Berlin', '2026-10-21T00:00:00Z', 9)],
    ...[wallOf('America/New_York', '2026-03-04T00:00:00Z', 9), wallOf('America/New_York', '2026-10-28T00:00:00Z', 9)],
    ...[
      wallOf('Australia/Lord_Howe', '2026-04-01T00:00:00Z', 9),
      wallOf('Australia/Lord_Howe', '2026-09-30T00:00:00Z', 9),
    ],
    ...[wallOf('Africa/Casablanca', '2026-02-11T00:00:00Z', 9), wallOf('Africa/Casablanca', '2026-03-18T00:00:00Z', 9)],
    wallOf('Asia/Kolkata', '2028-02-25T00:00:00Z', 9),
  ];

  /** Mostly in the hours in which clocks are changed. */
  const clock = fc
    .tuple(
      fc.oneof({ weight: 3, arbitrary: fc.integer({ min: 0, max: 4 }) }, fc.integer({ min: 0, max: 23 })),
      fc.constantFrom(0, 10, 30, 45),
    )
    .map((parts) => parts.map((part) => String(part).padStart(2, '0')).join(':'));
  const person = fc.constantFrom('ada', 'bob', 'cy', 'dee');
  const people = fc.uniqueArray(person, { minLength: 1, maxLength: 4 });
  const hours = fc
    .record({
      days: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 }),
      from: clock,
      until: fc.oneof(clock, fc.constant('24:00')),
    })
    .filter(({ from, until }) => from !== until);
  const day = fc.integer({ min: 0, max: 7 });
  const replacing = { insteadOf: fc.option(person), who: fc.uniqueArray(person, { maxLength: 2 }) };
  const story = fc.record({
    people,
    turns: fc.option(fc.record({ days: fc.constantFrom(1, 1, 2, 7), time: clock, day })),
    hours: fc.array(hours, { maxLength: 2 }),
    holidays: fc.array(fc.record({ day, ...replacing }), { maxLength: 2 }),
    overrides: fc.array(fc.record({ first: day, from: clock, last: day, until: clock, ...replacing }), {
      maxLength: 3,
    }),
  });

  test.each(walls)('in $zone', (wall) => {
    const { zone, minutes } = wall;
    const dates = [...new Set(minutes.map(({ shown }) => shown.slice(0, 10)))];
    // Hours that began before the wall shows anything are no affair of it: it is read from its second day on.
    const start = minutes.findIndex(({ shown }) => shown.startsWith(dates[2]!));
    const seen: Wall = { zone, minutes: minutes.slice(start) };
    const [from, end] = [seen.minutes[0]!.at, seen.minutes.at(-1)!.at];
    const date = (index: number) => dates[Math.min(index + 1, dates.length - 1)]!;
    fc.assert(
      fc.property(story, (told) => {
        const turns = told.turns && { days: told.turns.days, time: told.turns.time, starts: date(told.turns.day) };
        const layer: Layer = { ...plain, zone, people: told.people, turns, hours: told.hours };
        const feasts = told.holidays.map((one) => ({ ...one, date: date(one.day) }));
        const others: readonly Instead[] = told.overrides
          .map((one) => ({ ...one, from: `${date(one.first)} ${one.from}`, until: `${date(one.last)} ${one.until}` }))
          .filter((one) => one.from < one.until);
        const moment = (shown: string) => firstMoment(shown.slice(0, 10), shown.slice(11), zone);
        const rota = rotaOf(
          {},
          {
            layers: [layer],
            holidays: feasts.map((one) => ({ ...one, layer: null })),
            overrides: others.map((one) => ({ ...one, layer: null, from: moment(one.from), until: moment(one.until) })),
          },
        );
        const whole = watched(wall, layer, feasts, others);
        const before = whole.findLast(([at]) => at <= from);
        const expected = [[from, before?.[1] ?? ''], ...whole.filter(([at]) => at > from)];
        const found: (readonly [string, string])[] = [];
        for (let at: string | null = from; at !== null && at <= end; at = nextChange(rota, at))
          found.push([at, dutyAt(rota, layer, at).people.join(' ')]);
        expect(found).toEqual(expected);
      }),
      { numRuns: 8 },
    );
  });

  test('and the hour that a Sunday skips is handed on at the change', () => {
    const layer = { ...plain, zone: 'Europe/Berlin', turns: { ...weekly, time: '02:30', starts: '2026-03-22' } };
    const rota = rotaOf({}, { layers: [layer] });
    const moments = [...momentsOf(rota, layer, '2026-03-01T00:00:00Z', '2026-05-01T00:00:00Z')];
    expect(moments).toEqual([
      ...['2026-03-01T01:30:00Z', '2026-03-08T01:30:00Z', '2026-03-15T01:30:00Z'],
      ...['2026-03-22T01:30:00Z', '2026-03-29T01:00:00Z', '2026-04-05T00:30:00Z', '2026-04-12T00:30:00Z'],
      ...['2026-04-19T00:30:00Z', '2026-04-26T00:30:00Z'],
    ]);
  });
});
