// On-call files of chance: whatever they tell, nothing is thrown, and what is read can be asked.
import fc from 'fast-check';
import { parseDocument, stringify } from 'yaml';
import { readRoster } from '../../src/config/roster.ts';
import { rosterFile } from '../../src/oncall/rota.ts';
import { layersAt, onCallAt } from '../../src/oncall/rota-at.ts';
import { gapsOf } from '../../src/oncall/rota-gaps.ts';
import { restFaults } from '../../src/oncall/rota-rest.ts';
import { tellRota } from '../../src/oncall/told-rota.ts';

const two = (most: number, least = 0) => fc.integer({ min: least, max: most }).map((n) => String(n).padStart(2, '0'));
const zone = fc.constantFrom(...Intl.supportedValuesOf('timeZone'), 'Mars/Olympus');
const date = fc.tuple(fc.integer({ min: 1999, max: 2101 }), two(13), two(32)).map((parts) => parts.join('-'));
const clock = fc.tuple(two(25), two(60)).map((parts) => parts.join(':'));
const moment = fc
  .tuple(date, fc.constantFrom(' ', 'T'), clock, fc.constantFrom('', 'Z', '+05:30', '-23:59'))
  .map((parts) => parts.join(''));
const day = fc.constantFrom('Monday ', 'sun ', 'Fridays ', 'someday ', '');
const person = fc.oneof(fc.constantFrom('ada', '@bob', 'cy', 'Ada'), fc.string({ maxLength: 10 }));
const people = fc.array(person, { maxLength: 5 });
const hours = fc.array(
  fc
    .tuple(fc.constantFrom('Mon-Fri ', 'Sat,Sun ', 'Fri-Mon ', ''), clock, clock)
    .map(([days, from, until]) => `${days}${from}-${until}`),
  { maxLength: 2 },
);
const some = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: undefined });
const replacing = { layer: some(fc.constantFrom('a', 'b', 'c')), 'instead-of': some(person), who: people };
const layer = fc.record({
  ...{ people, 'hand-over': some(fc.tuple(day, clock).map((parts) => parts.join(''))), starts: some(date) },
  ...{ every: some(fc.constantFrom('2w', '99w', '1d', '99d', '0w', 'week')), hours: some(hours), zone: some(zone) },
});
const rota = fc.record({
  ...{ zone: some(zone), contact: some(fc.string({ maxLength: 30 })), cover: some(hours) },
  layers: fc.record({ a: layer, b: some(layer) }),
  overrides: fc.array(fc.record({ from: moment, until: moment, ...replacing }), { maxLength: 3 }),
  holidays: fc.array(fc.record({ date, ...replacing }), { maxLength: 3 }),
});
/** Mostly sound where it must be, or hardly a rota would be read. */
const soundLayer = { people: ['ada', 'bob'], 'hand-over': 'Monday 02:30', starts: '2026-03-02', every: '99w' };

const defaults = { zone: 'UTC', onCall: { levels: [] } };
const rules = { longest: { amount: 7, unit: 'days' }, rest: { amount: 5, unit: 'business-days' } } as const;

/** Asks everything that can be asked of the rotas of a file; how many there are. */
function askAll(text: string, at: string): number {
  const { roster, problems } = readRoster({ [rosterFile]: text }, defaults);
  for (const { line, column } of problems) expect(Math.min(line, column)).toBeGreaterThan(0);
  for (const one of roster.rotas) {
    tellRota(one, at);
    onCallAt(one, at);
    for (const { until } of layersAt(one, at)) expect(until === null || until > at).toBe(true);
    for (const { from, until } of gapsOf(one, { from: at, until: at.replace(/T.*/, 'T23:59:59Z') }))
      expect(from < until).toBe(true);
    restFaults(one, rules, at);
  }
  return roster.rotas.length;
}

const instant = fc
  .integer({ min: Date.UTC(2000, 0, 1), max: Date.UTC(2100, 11, 31, 12) })
  .map((moment) => `${new Date(moment).toISOString().slice(0, 19)}Z`)
  .filter((at) => !at.endsWith('T23:59:59Z'));

test('files with the right keys and any values', () => {
  let read = 0;
  fc.assert(
    fc.property(fc.array(rota, { minLength: 1, maxLength: 2 }), fc.boolean(), instant, (rotas, isSound, at) => {
      const layers = isSound ? { a: soundLayer } : null;
      const table = Object.fromEntries(rotas.map((one, index) => [`r${index}`, { ...one, ...(layers && { layers }) }]));
      read += askAll(stringify(JSON.parse(JSON.stringify({ rotas: table }))), at);
    }),
    { numRuns: 150 },
  );
  expect(read).toBeGreaterThan(10);
});

test('files with a piece taken out or put in', () => {
  const sound = stringify({
    rotas: { pay: { zone: 'Europe/Berlin', layers: { a: soundLayer, b: { people: ['cy'] } } } },
  });
  expect(parseDocument(sound).errors).toEqual([]);
  const piece = fc.oneof(
    fc.constantFrom('', ':', '- ', '\n', '  ', '{', ']', '"', '+49 30 123456', 'null', '&a', '\0'),
    fc.string({ maxLength: 5 }),
  );
  fc.assert(
    fc.property(fc.nat({ max: sound.length }), fc.nat({ max: 8 }), piece, instant, (from, length, put, at) => {
      askAll(sound.slice(0, from) + put + sound.slice(from + length), at);
    }),
    { numRuns: 300 },
  );
});
