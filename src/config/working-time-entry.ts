// When people are there, and when they are reminded: working time, holidays, quiet hours, roles that nobody holds, reports that nobody confirms.
import { z } from 'zod';
import { holidays, hours, hoursLike, id, span } from './value.ts';

const quiet = z.strictObject({
  hours: hoursLike('22:00-07:00')
    .meta({ description: 'The quiet hours.', examples: [['22:00-07:00', 'Sat,Sun 00:00-24:00']] })
    .default([]),
  below: id
    .meta({
      description: 'Only what is less severe than this waits; without it, what is not `major`.',
      examples: ['sev-2'],
    })
    .nullable()
    .default(null),
});

/** Tables of a handbook, by key. */
export const workingTime = {
  hours: hours
    .meta({
      description:
        'When your working time runs; without it, all of Monday to Friday. `18:00-08:00` ends on the next day.',
      examples: [['Mon-Fri 09:00-17:00']],
    })
    .default([]),
  holidays: holidays
    .meta({ description: 'Dates that are no working days.', examples: [['2026-12-25', '2026-12-26']] })
    .default([]),
  quiet: quiet
    .meta({ description: 'When nobody is reminded of what is less severe; without it, reminders come at all hours.' })
    .default({ hours: [], below: null }),
  'unstaffed-after': span
    .meta({
      description: 'A required role that nobody has held for so long is asked for; `null`: never.',
      examples: ['15m'],
    })
    .nullable()
    .default('15m'),
  'unconfirmed-after': span
    .meta({
      description:
        "An outsider's report that nobody has confirmed or declined for so long is asked about; `null`: never.",
      examples: ['30m'],
    })
    .nullable()
    .default('30m'),
} as const;
