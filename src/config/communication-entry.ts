// The tables of what is said to whom.
import { z } from 'zod';
import { purposes } from '../core/communication.ts';
import { milestones } from '../core/handbook.ts';
import { bySeverity, id, line, paragraphs, term } from './value.ts';

export const audience = z.strictObject({
  name: line(60).meta({ description: 'Name for people.', examples: ['Customers'] }),
  external: z
    .boolean()
    .meta({ description: 'Outside the organisation: people, hosts and estimates stay out of what they read.' })
    .default(false),
  channel: line(100)
    .meta({ description: 'Where they are told.', examples: ['status page'] })
    .nullable()
    .default(null),
  owner: id.meta({ description: 'The role that speaks to them.' }).nullable().default(null),
  cadence: bySeverity
    .meta({ description: 'How often they hear something, by severity.', examples: [{ 'sev-1': '30m' }] })
    .default({}),
  'slower-after': term
    .meta({
      description: 'So long after the declaration less often will do, if each word names the next.',
      examples: ['2h'],
    })
    .nullable()
    .default(null),
  approval: z
    .record(id, z.array(id))
    .meta({
      description: 'Roles one of whose holders must approve, by severity; a missing severity needs nobody.',
      examples: [{ 'sev-1': ['commander'] }],
    })
    .default({}),
  review: z
    .record(id, z.array(id))
    .meta({ description: 'Roles whose holders read it before it is approved, by severity.' })
    .default({}),
  'second-person': z.boolean().meta({ description: 'The approver must not be the author.' }).default(false),
});

export const message = z.strictObject({
  name: line(80).meta({ description: 'Name for people.', examples: ['First notice to customers'] }),
  aliases: z.array(line(50)).meta({ description: 'Other words it is heard by.' }).default([]),
  audience: id.meta({ description: 'Who reads it.' }),
  purpose: z.enum(purposes).meta({ description: 'What it is for.' }).default('notice'),
  text: paragraphs(4000).meta({
    description: 'The text; fields stand in double braces, `{{fill: words}}` marks what only a person knows.',
  }),
  within: bySeverity.meta({ description: 'Due so long after `from`, by severity.' }).default({}),
  from: z.enum(milestones).meta({ description: 'The milestone from which `within` counts.' }).default('declared'),
});
