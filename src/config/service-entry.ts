// The tables of what an incident can be about: services, and customers with their contracts.
import { z } from 'zod';
import { promises } from '../core/service.ts';
import { holidays, id, line, owner, repository, term, url, zone } from './value.ts';

export const service = z.strictObject({
  name: line(60)
    .meta({ description: 'Name for people; without one, its id.', examples: ['Payments'] })
    .optional(),
  aliases: z.array(line(50)).meta({ description: 'Other words it is heard by.' }).default([]),
  owners: z
    .array(owner)
    .meta({ description: 'Logins and teams that own it.', examples: [['@ada', '@acme/payments']] })
    .default([]),
  repository: repository
    .meta({ description: 'Where its code is.', examples: ['acme/payments'] })
    .nullable()
    .default(null),
  'on-call': id
    .meta({ description: 'Who is on call for it: a rota of `.github/sitrep/oncall.yml`.', examples: ['payments'] })
    .nullable()
    .default(null),
  rota: line(200)
    .meta({ description: 'Who is on call for it, where another program knows: a name or address.' })
    .nullable()
    .default(null),
  runbook: url.meta({ description: 'Address of its runbook.' }).nullable().default(null),
  dashboards: z.array(url).meta({ description: 'Addresses of its dashboards.' }).default([]),
  tier: line(40)
    .meta({ description: 'How much hangs on it.', examples: ['1'] })
    .nullable()
    .default(null),
  customers: z.array(id).meta({ description: 'Customers that use it, by id.' }).default([]),
});

export const customer = z.strictObject({
  name: line(80).meta({ description: 'Name for people.' }),
  contract: z
    .record(id, z.partialRecord(z.enum(promises), term))
    .meta({
      description:
        'What was promised, by severity: `response` (until it is acknowledged), `resolution`. Kept where it is stricter than the handbook.',
      examples: [{ major: { response: '30m', resolution: '4h' } }],
    })
    .default({}),
  hours: line(100)
    .meta({
      description: "When the contract's time runs, with a zone or not; without it, always.",
      examples: ['Mon-Fri 08:00-18:00', 'Mon-Fri 08:00-18:00, Sat 10:00-14:00 Europe/Berlin'],
    })
    .nullable()
    .default(null),
  zone: zone
    .meta({ description: "Whose clocks count; without it, the handbook's.", examples: ['Europe/Berlin'] })
    .nullable()
    .default(null),
  holidays: holidays
    .meta({ description: "Dates on which it does not run; without it, the handbook's.", examples: [['2026-12-25']] })
    .nullable()
    .default(null),
});
