// The tables of what comes after: post-mortem and action items.
import { z } from 'zod';
import { bySeverity, id, line, path, term } from './value.ts';

const lines = z.array(line(200));

export const postMortem = z.strictObject({
  'required-at': z.array(id).meta({ description: 'Severities that need a post-mortem; `[]`: none does.' }),
  folder: path.meta({ description: 'Folder of the post-mortems in the repository.', examples: ['post-mortems'] }),
  template: path.meta({
    description: 'Name of a template of ours, or the path of one below `.github/sitrep/`.',
    examples: ['workflow-guide', 'templates/post-mortem.md.hbs'],
  }),
  templates: z
    .record(id, path)
    .meta({ description: 'Another template by severity.', examples: [{ 'sev-3': 'ims-light' }] })
    .default({}),
  owner: id.meta({ description: 'The role that owns it; without one, who leads.' }).nullable().default(null),
  due: bySeverity
    .meta({ description: 'Done so long after `resolved`, by severity.', examples: [{ 'sev-1': '5bd' }] })
    .default({}),
  draft: line(200).meta({ description: 'When the draft is shared, in words.' }).nullable().default(null),
  meeting: z
    .strictObject({
      within: bySeverity.meta({ description: 'Held so long after `resolved`, by severity.' }).default({}),
      'not-before': term.meta({ description: 'Not sooner than this after `resolved`.' }).nullable().default(null),
      length: z.record(id, line(60)).meta({ description: 'How long, in words, by severity.' }).default({}),
      participants: z.record(id, lines).meta({ description: 'Who comes, by severity.' }).default({}),
      agenda: lines.meta({ description: 'What is gone through.' }).default([]),
    })
    .meta({ description: 'The meeting about it.' })
    .nullable()
    .default(null),
  states: z.array(id).meta({ description: 'What it goes through, in order.' }).default([]),
  sections: z.array(line(80)).meta({ description: 'Headings that the finished file must have.' }).default([]),
  methods: lines.meta({ description: 'How the causes are looked for.' }).default([]),
  tags: z.array(line(50)).meta({ description: 'What it is found by later, in words.' }).default([]),
  checks: lines.meta({ description: 'Questions a reviewer asks of it.' }).default([]),
  'sign-off': z.array(id).meta({ description: 'Roles that sign it off.' }).default([]),
  retention: term
    .meta({ description: 'Kept so long.', examples: ['1095d'] })
    .nullable()
    .default(null),
});

const named = z.strictObject({ name: line(100).meta({ description: 'Name for people.' }) });

export const actionItems = z.strictObject({
  kinds: z.record(id, named).meta({ description: 'Kinds of action items, by id.' }).default({}),
  horizons: z
    .record(id, named.extend({ within: term.meta({ description: 'Its end.' }).nullable().default(null) }))
    .meta({ description: 'How far ahead, by id.', examples: [{ immediate: { name: 'Immediate', within: '30d' } }] })
    .default({}),
  tags: z
    .array(line(50))
    .meta({ description: "Labels of an item's issue; `{severity}` and `{date}` are the incident's." })
    .default([]),
  required: z.array(line(60)).meta({ description: 'What each item must tell.' }).default([]),
  states: z.array(id).meta({ description: 'What an item goes through, in order.' }).default([]),
  title: line(100)
    .meta({
      description: "Title of an item's issue; `{incident}`, `{number}` and `{text}` are its own.",
      examples: ['PM-{incident}-{number}: {text}'],
    })
    .nullable()
    .default(null),
  'sign-off': id.meta({ description: 'The role without whose word none is done.' }).nullable().default(null),
  reviews: lines.meta({ description: 'How often they are looked at.' }).default([]),
});
