// Times as people type them, read and printed.
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { formatSpan, formatTime, localDate, readDuration, readMoment, readTime } from '../../src/time/time.ts';

const noon = '2026-03-02T12:00:00Z';
const read = (text: string, zone = 'UTC', saidAt = noon) => readTime(text, saidAt, zone)?.at ?? null;
const moment = (text: string, zone = 'UTC', saidAt = noon) => readMoment(text, saidAt, zone)?.at ?? null;

describe('readTime', () => {
  test.each([
    ['2026-11-22T14:02Z', '2026-11-22T14:02:00Z'],
    ['2026-11-22T14:02:09Z', '2026-11-22T14:02:09Z'],
    ['2026-11-22T14:02:09.987Z', '2026-11-22T14:02:09Z'],
    ['2026-11-22t14:02+02:00', '2026-11-22T12:02:00Z'],
    ['2026-03-01 14:02', '2026-03-01T14:02:00Z'],
    ['2026-03-01 14:02:33 UTC', '2026-03-01T14:02:33Z'],
    ['2026-03-01 14:02 Europe/Berlin', '2026-03-01T13:02:00Z'],
    ['2026-03-01 14:02 UTC+2', '2026-03-01T12:02:00Z'],
    ['2026-03-01 14:02 -0530', '2026-03-01T19:32:00Z'],
    ['2026-03-01 14:02 CET', '2026-03-01T13:02:00Z'],
    ['2026-03-01 14:02 pdt', '2026-03-01T21:02:00Z'],
    ['11:40', '2026-03-02T11:40:00Z'],
    ['9:05', '2026-03-02T09:05:00Z'],
    ['12:00', '2026-03-02T12:00:00Z'],
    ['12:01', '2026-03-01T12:01:00Z'],
    ['11:40:30', '2026-03-02T11:40:30Z'],
    ['11:40Z', '2026-03-02T11:40:00Z'],
    ['11:40 GMT', '2026-03-02T11:40:00Z'],
    ['12:30 Europe/Berlin', '2026-03-02T11:30:00Z'],
    ['15m ago', '2026-03-02T11:45:00Z'],
    ['1h30m ago', '2026-03-02T10:30:00Z'],
    ['2 hours ago', '2026-03-02T10:00:00Z'],
    ['now', noon],
    ['just  now ', noon],
    ['today 11:00', '2026-03-02T11:00:00Z'],
    ['Yesterday at 14:02', '2026-03-01T14:02:00Z'],
  ])('reads %s', (text, at) => {
    expect(read(text)).toBe(at);
  });

  test.each([
    '',
    'soon',
    '14',
    '14.02',
    '2pm',
    '2:02 pm',
    '25:00',
    '24:00',
    '12:60',
    '2026-02-30 10:00',
    '2026-03-01',
    '22.11.2026 14:02',
    '14:02 BST',
    '14:02 IST',
    '14:02 CST',
    '14:02 constructor',
    '14:02 Mars/Olympus',
    '14:02 +15:00',
    '15 ago',
    'm ago',
    '1999-12-31T23:59Z',
    '2101-01-01T00:00Z',
    '9999-01-01T00:00Z',
    '31d ago',
    '14:02 and then',
    '\u0661\u0664:02',
  ])('refuses to guess %j', (text) => {
    expect(read(text)).toBeNull();
  });

  test('a bare time is read in the given zone, the latest that is not after the words', () => {
    expect(read('13:00', 'Europe/Berlin')).toBe('2026-03-02T12:00:00Z');
    expect(read('13:01', 'Europe/Berlin')).toBe('2026-03-01T12:01:00Z');
    expect(read('00:30', 'Europe/Berlin', '2026-03-01T23:45:00Z')).toBe('2026-03-01T23:30:00Z');
  });

  test('the doubled hour takes the later one, unless that is still to come', () => {
    expect(read('02:30', 'Europe/Berlin', '2026-10-25T08:00:00Z')).toBe('2026-10-25T01:30:00Z');
    expect(read('2026-10-25 02:30', 'Europe/Berlin')).toBe('2026-10-25T01:30:00Z');
    expect(read('02:30', 'Europe/Berlin', '2026-10-25T00:40:00Z')).toBe('2026-10-25T00:30:00Z');
  });

  test('a time that the clocks skip is none', () => {
    expect(read('02:30', 'Europe/Berlin', '2026-03-29T08:00:00Z')).toBeNull();
    expect(read('2026-03-29 02:30', 'Europe/Berlin')).toBeNull();
    expect(read('02:30', 'Europe/Berlin', '2026-03-29T00:30:00Z')).toBe('2026-03-28T01:30:00Z');
  });

  test('never throws, whatever the words, the time and the zone', () => {
    fc.assert(
      fc.property(
        fc.string(),
        fc.constantFrom(noon, 'x', ''),
        fc.constantFrom('UTC', 'Europe/Berlin', 'No/Where', ''),
        (...words) => {
          const at = readTime(words[0], words[1], words[2]);
          expect(at === null || /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(at.at)).toBe(true);
          readMoment(words[0], words[1], words[2]);
        },
      ),
    );
    expect(read('2026-03-02 11:40', 'No/Where')).toBeNull();
    expect(read('9'.repeat(70_000))).toBeNull();
  });

  test('a bare time is within the day before the words, and the clock shows it', () => {
    const zones = ['UTC', 'Europe/Berlin', 'America/New_York', 'Asia/Kolkata', 'Australia/Lord_Howe'];
    const minute = fc.integer({ min: 0, max: 366 * 1440 });
    fc.assert(
      fc.property(minute, fc.nat(23), fc.nat(59), fc.constantFrom(...zones), (since, hour, minutes, zone) => {
        const saidAt = new Date(Date.UTC(2026, 0, 1) + since * 60_000).toISOString();
        const typed = `${String(hour).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`;
        const found = readTime(typed, saidAt, zone);
        if (!found) return;
        const age = Date.parse(saidAt) - Date.parse(found.at);
        expect(age).toBeGreaterThanOrEqual(0);
        expect(age).toBeLessThanOrEqual(25 * 3_600_000);
        expect(formatTime(found.at, zone).startsWith(typed)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});

describe('readMoment', () => {
  test.each([
    ['in 30m', '2026-03-02T12:30:00Z'],
    ['30m', '2026-03-02T12:30:00Z'],
    ['in 2 hours', '2026-03-02T14:00:00Z'],
    ['15:20', '2026-03-02T15:20:00Z'],
    ['12:00', '2026-03-03T12:00:00Z'],
    ['11:20', '2026-03-03T11:20:00Z'],
    ['15:20 Europe/Berlin', '2026-03-02T14:20:00Z'],
    ['tomorrow 09:00', '2026-03-03T09:00:00Z'],
    ['2026-03-02T15:20Z', '2026-03-02T15:20:00Z'],
  ])('reads %s', (text, at) => {
    expect(moment(text)).toBe(at);
  });

  test.each([
    'now',
    'in 0m',
    '15m ago',
    '2026-03-02T11:59Z',
    'today 11:00',
    'yesterday 13:00',
    'in',
    'soon',
    'in 10000h',
  ])('refuses %s', (text) => {
    expect(moment(text)).toBeNull();
  });

  test('the doubled hour takes the later one here too; a skipped time is none', () => {
    expect(moment('02:30', 'Europe/Berlin', '2026-10-25T00:10:00Z')).toBe('2026-10-25T01:30:00Z');
    expect(moment('02:30', 'Europe/Berlin', '2026-03-29T00:10:00Z')).toBeNull();
  });
});

test.each([
  ['30m', 30],
  ['2h', 120],
  ['1h30m', 90],
  ['1h 30 min', 90],
  ['90 min', 90],
  ['2 hours', 120],
  ['1d', 1440],
  ['30 days', 43_200],
  ['0m', null],
  ['31d', null],
  ['-5m', null],
  ['1.5h', null],
  ['30', null],
  ['', null],
  ['1m30h', null],
  ['m', null],
])('a span of %j is %j minutes', (text, minutes) => {
  expect(readDuration(text)).toBe(minutes);
});

test('a time is printed with its zone, and with its date where the day is another', () => {
  expect(formatTime('2026-03-02T10:02:59Z', 'UTC')).toBe('10:02 UTC');
  expect(formatTime('2026-03-02T10:02:00Z', 'UTC', noon)).toBe('10:02 UTC');
  expect(formatTime('2026-03-03T09:00:00Z', 'UTC', noon)).toBe('2026-03-03 09:00 UTC');
  expect(formatTime('2026-03-02T10:02:00Z', 'Europe/Berlin', noon)).toBe('11:02 Europe/Berlin (10:02 UTC)');
  expect(formatTime('2026-03-03T10:02:00Z', 'Europe/Berlin', noon)).toBe('2026-03-03 11:02 Europe/Berlin (10:02 UTC)');
  expect(formatTime('2026-03-02T23:30:00Z', 'Europe/Berlin', noon)).toBe(
    '2026-03-03 00:30 Europe/Berlin (2026-03-02 23:30 UTC)',
  );
  expect(localDate('2026-03-02T23:30:00Z', 'Europe/Berlin')).toBe('2026-03-03');
});

test.each([
  [95, '1 h 35 min'],
  [45, '45 min'],
  [60, '1 h'],
  [0, '0 min'],
  [0.9, '0 min'],
  [1505, '1 d 1 h 5 min'],
  [-95, '-1 h 35 min'],
])('a span of %d minutes is printed as %s', (minutes, text) => {
  expect(formatSpan(minutes)).toBe(text);
});

test('an instant in UTC is read off as Temporal reads it', () => {
  const moment = fc.date({ min: new Date('2000-01-01'), max: new Date('2100-01-01'), noInvalidDate: true });
  fc.assert(
    fc.property(moment, (date) => {
      const at = `${date.toISOString().slice(0, 19)}Z`;
      const told = Temporal.Instant.from(at).toZonedDateTimeISO('UTC');
      expect(localDate(at, 'UTC')).toBe(told.toPlainDate().toString());
      expect(formatTime(at, 'UTC')).toBe(`${told.toPlainTime().toString({ smallestUnit: 'minute' })} UTC`);
    }),
  );
});
