// The tables of a handbook: what one severity, status, role and checklist item is made of.
import { z } from 'zod';
import { milestones, proofs } from '../core/handbook.ts';
import { colour, id, line } from './value.ts';

const words = z.array(line(50));

/** A severity; its id is its label. */
export const severity = z.strictObject({
  name: line(40).meta({ description: 'Name for people.', examples: ['Critical'] }),
  aliases: words
    .meta({ description: 'Other words it is heard by, without regard to case.', examples: [['P1', 'sev1']] })
    .default([]),
  color: colour.meta({ description: "The label's colour: six hex digits.", examples: ['b60205'] }),
  description: line(100).meta({ description: "The label's description." }),
  criteria: z
    .array(line(300))
    .meta({ description: 'What makes an incident this severe; shown by `/severity`.' })
    .default([]),
  examples: z.array(line(300)).meta({ description: 'Examples; shown by `/severity`.' }).default([]),
});

/** A status; its label is the prefix and its id. */
export const status = z.strictObject({
  name: line(40).meta({ description: 'Name for people.', examples: ['Monitoring'] }),
  aliases: words.meta({ description: 'Other words it is heard by.', examples: [['mitigated']] }).default([]),
  color: colour.meta({ description: "The label's colour: six hex digits.", examples: ['fbca04'] }),
  description: line(100).meta({ description: "The label's description." }),
  milestone: z
    .enum(milestones)
    .meta({ description: 'The milestone that entering this status sets.' })
    .nullable()
    .default(null),
  next: z.array(id).meta({ description: 'The statuses that may follow this one.' }).default([]),
});

/** A role that people take or are given. */
export const role = z.strictObject({
  name: line(40).meta({ description: 'Name for people.', examples: ['Scribe'] }),
  aliases: z
    .array(id)
    .meta({ description: 'Other words it is heard by; each is a command too.', examples: [['ic', 'lead']] })
    .default([]),
  holders: z.enum(['one', 'many']).meta({ description: 'How many people may hold it at a time.' }).default('one'),
  'required-at': z
    .array(id)
    .meta({ description: 'Severities at which somebody must hold it.', examples: [['sev-1']] })
    .default([]),
  duties: z
    .array(line(200))
    .max(5, { error: 'holds more than five lines' })
    .meta({ description: 'What it does, in at most five lines; shown to who takes it.' })
    .default([]),
  leads: z.boolean().meta({ description: 'Its holder leads the incident.' }).default(false),
  may: z
    .array(id)
    .meta({
      description: 'Commands its holder may say whatever their access to the repository.',
      examples: [['note', 'decision']],
    })
    .default([]),
});

/** One thing that has to be true before an incident is closed. */
export const item = z.strictObject({
  text: line(120).meta({ description: 'The line of the checklist.', examples: ['Users were told that it is over'] }),
  role: id.meta({ description: 'The role that owes it; without one, any responder.' }).nullable().default(null),
  'proved-by': z.enum(proofs).meta({ description: 'The fact that ticks it by itself.' }).nullable().default(null),
  'disproved-by-relapse': z.boolean().meta({ description: 'A relapse takes its tick back.' }).default(false),
});
