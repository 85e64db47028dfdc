// The table of who is on call: rotas with their layers, overrides and holidays, as `.github/sitrep/oncall.yml` has them.
import { z } from 'zod';
import { readMomentIn } from '../time/local-moment.ts';
import { readClockTime, readWeekday } from '../time/weekly-hours.ts';
import { weekdayFault } from './time-faults.ts';
import { date, faultless, hours, id, line, zone } from './value.ts';

/** A person's login. */
const person = z
  .string()
  .max(40, { error: 'is longer than 40 characters' })
  .regex(/^@?[A-Za-z0-9](?:[A-Za-z0-9_-]*[A-Za-z0-9])?$/, { error: "must be a person's login of GitHub" })
  .meta({ examples: ['ada'] });
const people = z.array(person).max(50, { error: 'must not name more than 50 people' });

/** A day of the week, where turns are weeks, and a time of day. */
const handOver = faultless((text) => {
  if (readHandOver(text) !== null) return null;
  const what = 'must be a time of day, with the day of the week where turns are weeks';
  return weekdayFault(text) ?? { what, suggestion: null };
});

const days = z.string().refine((text) => readDays(text) !== null, { error: 'must be days or weeks, `99w` at most' });

/** A moment by the rota's own clocks, or with a zone of its own. */
const moment = z.string().refine((text) => readMomentIn(text, 'UTC') !== null, {
  error: 'must be a date and a time, such as `2026-12-24 09:00` or `2026-12-24T08:00Z`',
});

const layer = z.strictObject({
  name: line(60).meta({ description: "Name for people; without one, the handbook's level of that name." }).optional(),
  people: people.min(1, { error: 'must name at least one person' }).meta({
    description: 'Logins, in the order of their turns.',
    examples: [['ada', 'bob', 'cy']],
  }),
  'hand-over': handOver
    .meta({
      description: 'When it is handed on: a day and time, or a time of every day. Without it all are on call together.',
      examples: ['Monday 09:00', '09:00'],
    })
    .optional(),
  every: days
    .meta({ description: 'How long a turn is; without it, a week or a day.', examples: ['2w', '3d'] })
    .optional(),
  starts: date
    .meta({ description: "The day on which the first one's first turn begins.", examples: ['2026-01-05'] })
    .optional(),
  hours: hours
    .meta({
      description: 'When anybody of it is on call at all; without it, always.',
      examples: [['Mon-Fri 08:00-18:00']],
    })
    .default([]),
  zone: zone
    .meta({ description: "Whose clocks count; without it, the rota's.", examples: ['Europe/Berlin'] })
    .optional(),
});

const replaced = {
  layer: id.meta({ description: 'The layer.', examples: ['primary'] }).optional(),
  'instead-of': person.meta({ description: 'Only where this one would be on call.', examples: ['ada'] }).optional(),
};
const who = people.meta({ description: 'Who instead; `[]`: nobody.', examples: [['dee']] });

/** A rota, as the file has it. */
export const rota = z.strictObject({
  name: line(60)
    .meta({ description: 'Name for people; without one, its id.', examples: ['Payments'] })
    .optional(),
  zone: zone
    .meta({ description: "Whose clocks count; without it, the handbook's.", examples: ['Europe/Berlin'] })
    .optional(),
  contact: line(500)
    .meta({
      description: 'How to reach them, by reference: an address or a team, never a number.',
      examples: ['https://wiki.example/on-call', '@acme/payments'],
    })
    .nullable()
    .default(null),
  cover: hours
    .meta({ description: 'When somebody must be on call; without it, always.', examples: [['Mon-Fri 08:00-18:00']] })
    .default([]),
  layers: z
    .record(id, layer)
    .refine((table) => Object.keys(table).length > 0, { error: 'must have at least one layer' })
    .meta({ description: 'Who is called first, second…, by id.' }),
  overrides: z
    .array(
      z
        .strictObject({
          from: moment.meta({ description: 'From then on.', examples: ['2026-12-24 09:00'] }),
          until: moment.meta({ description: 'Until then.', examples: ['2026-12-26 09:00'] }),
          ...replaced,
          who,
        })
        .meta({ examples: [{ from: '2026-12-24 09:00', until: '2026-12-26 09:00', who: ['dee'] }] }),
    )
    .max(500, { error: 'has more than 500 entries: take away those that are over' })
    .meta({ description: 'Somebody else for a while; the later line wins.' })
    .default([]),
  holidays: z
    .array(
      z
        .strictObject({ date: date.meta({ description: 'The whole day.' }), ...replaced, who: who.default([]) })
        .meta({ examples: [{ date: '2026-12-25', who: ['dee'] }] }),
    )
    .max(500, { error: 'has more than 500 entries: take away those that are over' })
    .meta({ description: 'The same for whole days; overrides go over them.' })
    .default([]),
});

export type RotaEntry = z.output<typeof rota>;
export type LayerEntry = RotaEntry['layers'][string];

/** The whole file. */
export const rosterSchema = z.strictObject({
  rotas: z
    .record(id, rota)
    .refine((table) => Object.keys(table).length <= 100, { error: 'has more than 100 rotas' })
    .meta({ description: 'By id; a service names one under `on-call`.' })
    .default({}),
});

/** `Monday 09:00` or `09:00`; null for anything else. */
export function readHandOver(text: string): { readonly weekday: number | null; readonly time: string } | null {
  const [, day, clock = ''] = /^(?:([A-Za-z]+),? )?(\d{1,2}:\d\d)$/.exec(text.trim()) ?? [];
  const time = readClockTime(clock);
  const weekday = day === undefined ? null : readWeekday(day);
  return time === null || (day !== undefined && weekday === null) ? null : { weekday, time };
}

/** Days of `2w` or `3d`; null for anything else. */
export function readDays(text: string): number | null {
  const [, amount, unit] = /^([1-9]\d?)([dw])$/.exec(text.trim()) ?? [];
  return amount === undefined ? null : Number(amount) * (unit === 'w' ? 7 : 1);
}
