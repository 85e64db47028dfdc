// The tables of a handbook: what one severity, status, role and checklist item is made of.
import { z } from 'zod';
import { milestones, needs, proofs } from '../core/handbook.ts';
import { bySeverity, colour, id, line, team, term } from './value.ts';

const words = z.array(line(50));
const severities = z.array(id).meta({ description: 'At these severities only; `[]`: at all.' }).default([]);
const types = z.array(id).meta({ description: 'For these types only; `[]`: for all but private ones.' }).default([]);

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
  response: line(200)
    .meta({ description: 'How it is answered, in a few words.', examples: ['All hands on deck'] })
    .nullable()
    .default(null),
  thresholds: z
    .record(id, z.array(line(300)))
    .meta({
      description: 'Conditions by kind, any one of which makes it this severe; shown by `/severity`.',
      examples: [{ customers: ['More than half of all customers are down'] }],
    })
    .default({}),
  'set-by': z
    .array(id)
    .meta({
      description: 'Rights or roles that may say that it is this severe; from others it counts as assumed.',
      examples: [['commander', 'lead']],
    })
    .default([]),
  stability: term
    .meta({ description: 'So long it must be stable before it may be lowered from here.', examples: ['4h'] })
    .nullable()
    .default(null),
  becomes: z
    .strictObject({
      name: line(60).meta({ description: 'What people call it, with its article.', examples: ['a bug'] }),
      labels: z.array(line(50)).meta({ description: 'Labels of the ordinary issue.', examples: [['bug']] }),
      'current-milestone': z
        .boolean()
        .meta({ description: "It is put into the repository's current milestone." })
        .default(false),
    })
    .meta({ description: 'No incident: it is closed, and an ordinary issue with a link goes on.' })
    .nullable()
    .default(null),
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
  minimum: term
    .meta({ description: 'So long it stays here at least before it goes forward.', examples: ['30m'] })
    .nullable()
    .default(null),
  within: term
    .meta({ description: 'Reached so long after the declaration at the latest.', examples: ['15m'] })
    .nullable()
    .default(null),
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
  'required-for': z
    .array(id)
    .meta({ description: 'Types for which somebody must hold it whatever the severity.', examples: [['security']] })
    .default([]),
  duties: z
    .array(line(200))
    .max(5, { error: 'holds more than five lines' })
    .meta({ description: 'What it does, in at most five lines; shown to who takes it.' })
    .default([]),
  authority: z
    .array(line(200))
    .meta({ description: 'What its holder decides alone, and what only with others.' })
    .default([]),
  leads: z.boolean().meta({ description: 'Its holder leads the incident.' }).default(false),
  may: z
    .array(id)
    .meta({
      description: 'Commands its holder may say whatever their access to the repository.',
      examples: [['note', 'decision']],
    })
    .default([]),
  'not-with': z
    .array(id)
    .meta({ description: 'Roles that the same person cannot hold at the same time.', examples: [['expert']] })
    .default([]),
  prerequisite: z
    .strictObject({
      text: line(200).meta({ description: 'What one must have to take it, in words.' }),
      teams: z
        .array(team)
        .meta({ description: 'Teams whose members have it; `[]`: taken on trust.', examples: [['acme/commanders']] })
        .default([]),
    })
    .meta({ description: 'What it takes to hold the role.' })
    .nullable()
    .default(null),
  seniority: z
    .record(id, line(100))
    .meta({ description: 'What it takes at a severity, in words.', examples: [{ 'sev-1': 'Director or above' }] })
    .default({}),
  'self-declared': z.boolean().meta({ description: 'Nobody else can give it: who holds it says so.' }).default(false),
  'stands-in-for': id
    .meta({ description: 'The role for which its holder stands in while nobody holds that.', examples: ['commander'] })
    .nullable()
    .default(null),
  handover: z
    .strictObject({
      'offered-after': term
        .meta({ description: 'Whoever holds the role is encouraged to hand it on each time so long has passed.' })
        .nullable()
        .default(null),
      'required-after': term.meta({ description: 'Required after so long in the role.' }).nullable().default(null),
      steps: z.array(line(200)).meta({ description: 'What who leaves and who comes do, in order.' }).default([]),
    })
    .meta({ description: 'When and how the role is handed on.' })
    .nullable()
    .default(null),
  'check-in': bySeverity
    .meta({
      description:
        'After so long without a word of its holder, be it a command or a plain comment, they are asked for one; by severity.',
      examples: [{ 'sev-1': '30m' }],
    })
    .default({}),
});

/** One thing that has to be true before an incident is closed. */
export const item = z.strictObject({
  text: line(120).meta({ description: 'The line of the checklist.', examples: ['Users were told that it is over'] }),
  role: id.meta({ description: 'The role that owes it; without one, any responder.' }).nullable().default(null),
  'proved-by': z.enum(proofs).meta({ description: 'The fact that ticks it by itself.' }).nullable().default(null),
  'disproved-by-relapse': z.boolean().meta({ description: 'A relapse takes its tick back.' }).default(false),
  needs: z
    .array(z.enum(needs))
    .meta({ description: 'Ticks itself when all of these are on record.', examples: [['impact', 'services']] })
    .default([]),
  severities,
  types,
});

/** Something that is done when a severity or status is entered. */
export const task = z.strictObject({
  text: line(150).meta({ description: 'What is to be done.', examples: ['Open the bridge and say where it is'] }),
  role: id.meta({ description: 'The role that owes it; without one, any responder.' }).nullable().default(null),
  severities,
  status: id
    .meta({ description: 'Called when this status is entered; without one, when the severity is.' })
    .nullable()
    .default(null),
  types,
  within: term.meta({ description: 'Done so long after it was called.' }).nullable().default(null),
});
