// Rotas: whose turn it is, and until when, also on the days on which clocks are changed.
import fc from 'fast-check';
import { type Layer, noRoster, type Rota, rotaNamed } from '../../src/oncall/rota.ts';
import { dutyAt, layersAt, momentsOf, nextChange, onCallAt } from '../../src/oncall/rota-at.ts';
import { firstMoment } from '../../src/time/local-moment.ts';
import { readHours } from '../../src/time/weekly-hours.ts';
import { plainLayer, plainRota } from './plain-rota.ts';
import { story, toldTwice, weeks } from './rota-story.ts';

const weekly = { days: 7, time: '09:00', starts: '2026-01-05' };

function rotaOf(layer: Partial<Layer>, more: Partial<Rota> = {}): Rota {
  return { ...plainRota, layers: [{ ...plainLayer, ...layer }], ...more };
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

  test('keeps a turn that began just before the clocks went back to the day before', () => {
    const turns = { days: 1, time: '00:00', starts: '2010-11-01' };
    const stJohns = rotaOf({ zone: 'America/St_Johns', turns });
    const people = (at: string) => dutyAt(stJohns, stJohns.layers[0]!, at).people;
    expect(people('2010-11-07T02:29:59Z')).toEqual(['cy']);
    expect(people('2010-11-07T02:30:00Z')).toEqual(['ada']);
    // 00:01 became 23:01 of the sixth.
    expect(people('2010-11-07T03:00:00Z')).toEqual(['ada']);
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
    const day = { ...plainLayer, id: 'day', people: ['ada'], hours: [readHours('08:00-20:00')!] };
    const night = { ...plainLayer, id: 'night', people: ['bob'], hours: [readHours('20:00-08:00')!] };
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
  // Each with other rotas: of one seed they would be the same ones nine times.
  const seed = Number(process.env.FAST_CHECK_SEED ?? 2026);
  const walls = weeks().map((wall, index) => ({ ...wall, index }));

  test.each(walls)('in $zone ($index)', ({ index, ...wall }) => {
    fc.assert(
      fc.property(story, (told) => {
        const { found, expected } = toldTwice(wall, told);
        expect(found).toEqual(expected);
      }),
      { numRuns: 16, seed: seed * 16 + index },
    );
  });

  test('and the hour that a Sunday skips is handed on at the change', () => {
    const layer = { ...plainLayer, zone: 'Europe/Berlin', turns: { ...weekly, time: '02:30', starts: '2026-03-22' } };
    const rota = rotaOf({}, { layers: [layer] });
    const moments = [...momentsOf(rota, layer, '2026-03-01T00:00:00Z', '2026-05-01T00:00:00Z')];
    expect(moments).toEqual([
      ...['2026-03-01T01:30:00Z', '2026-03-08T01:30:00Z', '2026-03-15T01:30:00Z'],
      ...['2026-03-22T01:30:00Z', '2026-03-29T01:00:00Z', '2026-04-05T00:30:00Z', '2026-04-12T00:30:00Z'],
      ...['2026-04-19T00:30:00Z', '2026-04-26T00:30:00Z'],
    ]);
  });
});
