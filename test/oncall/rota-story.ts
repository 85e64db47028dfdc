// Rotas of chance, told twice: by the engine, and by the clock on the wall.
import fc from 'fast-check';
import type { Layer, Rota } from '../../src/oncall/rota.ts';
import { dutyAt, nextChange } from '../../src/oncall/rota-at.ts';
import { firstMoment } from '../../src/time/local-moment.ts';
import { type Instead, type Wall, wallOf, watched } from '../time/wall-clock.ts';

/** Mostly in the hours in which clocks are changed. */
const clock = fc
  .tuple(
    fc.oneof({ weight: 3, arbitrary: fc.integer({ min: 0, max: 4 }) }, fc.integer({ min: 0, max: 23 })),
    fc.constantFrom(0, 10, 30, 45),
  )
  .map((parts) => parts.map((part) => String(part).padStart(2, '0')).join(':'));
const person = fc.constantFrom('ada', 'bob', 'cy', 'dee');
const people = fc.uniqueArray(person, { minLength: 1, maxLength: 4 });
/** Hours of the week, by chance. */
export const hours = fc
  .record({
    days: fc.oneof(
      fc.constant([1, 2, 3, 4, 5, 6, 7]),
      fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 }),
    ),
    from: clock,
    until: fc.oneof(clock, fc.constant('24:00')),
  })
  .filter(({ from, until }) => from !== until);
/** A day of the wall, by chance. */
const day = fc.nat({ max: 400 });
const replacing = { insteadOf: fc.option(person), who: fc.uniqueArray(person, { maxLength: 2 }) };
/** A layer, whom it replaces, and when. */
export const story = fc.record({
  people,
  turns: fc.option(fc.record({ days: fc.constantFrom(1, 1, 2, 7), time: clock, day })),
  hours: fc.oneof(fc.constant([]), fc.array(hours, { minLength: 1, maxLength: 2 })),
  holidays: fc.array(fc.record({ day, ...replacing }), { maxLength: 2 }),
  overrides: fc.array(fc.record({ first: day, from: clock, last: day, until: clock, ...replacing }), {
    maxLength: 3,
  }),
});

type Story = typeof story extends fc.Arbitrary<infer Told> ? Told : never;
type Changes = readonly (readonly [string, string])[];

/** The dates that a wall shows. */
function datesOf({ minutes }: Wall): readonly string[] {
  return [...new Set(minutes.map(({ shown }) => shown.slice(0, 10)))];
}

/** Who is on call from when on, as the engine has it and as the wall shows it; from the third day of the wall on. */
export function toldTwice(wall: Wall, told: Story): { readonly found: Changes; readonly expected: Changes } {
  const { zone, minutes } = wall;
  const dates = datesOf(wall);
  // Hours that began before the wall shows anything are no affair of it.
  const from = minutes.find(({ shown }) => shown.startsWith(dates[2]!))!.at;
  const end = minutes.at(-1)!.at;
  const date = (index: number) => dates[1 + (index % (dates.length - 1))]!;
  const turns = told.turns && { days: told.turns.days, time: told.turns.time, starts: date(told.turns.day) };
  const layer: Layer = { id: 'primary', name: 'Primary', zone, people: told.people, turns, hours: told.hours };
  const feasts = told.holidays.map((one) => ({ ...one, date: date(one.day) }));
  const others: readonly Instead[] = told.overrides
    .map((one) => ({ ...one, from: `${date(one.first)} ${one.from}`, until: `${date(one.last)} ${one.until}` }))
    .filter((one) => one.from < one.until);
  const moment = (shown: string) => firstMoment(shown.slice(0, 10), shown.slice(11), zone);
  const rota: Rota = {
    ...{ id: 'pay', name: 'Payments', zone, contact: null, cover: [], layers: [layer] },
    holidays: feasts.map((one) => ({ ...one, layer: null })),
    overrides: others.map((one) => ({ ...one, layer: null, from: moment(one.from), until: moment(one.until) })),
  };
  const whole = watched(wall, layer, feasts, others);
  const before = whole.findLast(([at]) => at <= from);
  const found: (readonly [string, string])[] = [];
  for (let at: string | null = from; at !== null && at <= end; at = nextChange(rota, at))
    found.push([at, dutyAt(rota, layer, at).people.join(' ')]);
  return { found, expected: [[from, before?.[1] ?? ''], ...whole.filter(([at]) => at > from)] };
}

/** Days around each change of the clocks in four zones and one without; one leap day. */
export function weeks(): readonly Wall[] {
  return [
    ...[wallOf('Europe/Berlin', '2026-03-25T00:00:00Z', 9), wallOf('Europe/Berlin', '2026-10-21T00:00:00Z', 9)],
    ...[wallOf('America/New_York', '2026-03-04T00:00:00Z', 9), wallOf('America/New_York', '2026-10-28T00:00:00Z', 9)],
    ...[
      wallOf('Australia/Lord_Howe', '2026-04-01T00:00:00Z', 9),
      wallOf('Australia/Lord_Howe', '2026-09-30T00:00:00Z', 9),
    ],
    ...[wallOf('Africa/Casablanca', '2026-02-11T00:00:00Z', 9), wallOf('Africa/Casablanca', '2026-03-18T00:00:00Z', 9)],
    wallOf('Asia/Kolkata', '2028-02-25T00:00:00Z', 9),
  ];
}

/** A whole leap year in the same zones. */
export function years(): readonly Wall[] {
  const zones = ['Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe', 'Africa/Casablanca', 'Asia/Kolkata'];
  return zones.map((zone) => wallOf(zone, '2028-01-01T00:00:00Z', 367));
}
