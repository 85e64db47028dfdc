// The tables that tell matters apart: types, measures, triage, sub-teams.
import { z } from 'zod';
import { colour, id, line, number, path, term } from './value.ts';

export const type = z.strictObject({
  name: line(40).meta({ description: 'Name for people.', examples: ['Service request'] }),
  aliases: z
    .array(line(50))
    .meta({ description: 'Other words it is heard by.', examples: [['SR']] })
    .default([]),
  description: line(200).meta({ description: 'What it is.' }),
  label: z
    .strictObject({
      name: line(50).meta({ description: "The label's name.", examples: ['service-request'] }),
      color: colour.meta({ description: "The label's colour: six hex digits.", examples: ['1d76db'] }),
    })
    .meta({ description: "Its own label beside the incident's." })
    .nullable()
    .default(null),
  gate: z.boolean().meta({ description: 'Whether checklist and gate hold for it.' }).default(true),
  roles: z.boolean().meta({ description: 'Whether required roles are required for it.' }).default(true),
  clocks: z.boolean().meta({ description: 'Whether clocks run for it.' }).default(true),
  'post-mortem': z.boolean().meta({ description: 'Whether a post-mortem is owed for it.' }).default(true),
  template: path
    .meta({ description: 'Template of its post-mortem whatever the severity.', examples: ['ims-quick'] })
    .nullable()
    .default(null),
  private: z.boolean().meta({ description: 'Not to be spoken of in public.' }).default(false),
  major: id
    .meta({ description: 'The least severe level that is a major incident for this type.' })
    .nullable()
    .default(null),
  counted: z
    .boolean()
    .meta({ description: 'Whether metrics count it: a request or planned work is no incident.' })
    .default(true),
});

/** A part of the way from noticing to learning. */
export const stage = z.strictObject({
  name: line(60).meta({ description: 'Name for people.', examples: ['Investigate'] }),
  text: line(250).meta({ description: 'What is done.' }),
  statuses: z.array(id).meta({ description: 'Statuses in which it happens.' }).default([]),
  when: line(60)
    .meta({ description: 'When, counted from the detection, in words.', examples: ['the first 15 minutes'] })
    .nullable()
    .default(null),
});

/** A way in which reports come in. */
export const reportedBy = z.strictObject({
  name: line(60).meta({ description: 'Name for people.', examples: ['Call from operations'] }),
  aliases: z
    .array(line(50))
    .meta({ description: 'Other words by which a report tells it; whole words.', examples: [['phone']] })
    .default([]),
  customers: z.boolean().meta({ description: 'It was customers who noticed.' }).default(false),
  questions: z
    .array(line(200))
    .meta({ description: 'What is asked before it is reported: one yes, or a doubt, is enough.' })
    .default([]),
});

export const measure = z.strictObject({
  name: line(60).meta({ description: 'What is measured.', examples: ['Customers affected'] }),
  unit: line(30).meta({ description: 'What stands behind the number.', examples: ['%'] }),
  above: z.record(id, number).meta({
    description: 'By severity: more than this proposes it.',
    examples: [{ 'sev-1': 50, 'sev-2': 25 }],
  }),
});

export const question = z.strictObject({
  text: line(200).meta({ description: 'The question.', examples: ['Are all customers affected?'] }),
  answers: z.record(id, id).meta({
    description: "By the word to answer with: a severity's id, or the next question's.",
    examples: [{ yes: 'sev-1', no: 'data' }],
  }),
});

export const subTeams = z.strictObject({
  teams: z
    .record(id, z.strictObject({ name: line(40).meta({ description: 'Name for people.', examples: ['Alpha'] }) }))
    .meta({ description: 'By id, in the order in which the names are given.' })
    .default({}),
  'time-box': term.meta({ description: "Time box of a sub-team's task." }).nullable().default(null),
  'most-reports': number
    .meta({ description: 'More people than this reporting to who leads is too many.', examples: ['7'] })
    .nullable()
    .default(null),
});
