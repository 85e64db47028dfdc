// Every table of a handbook, by key, in the order of the documentation.
import { z } from 'zod';
import { lowerings, queueKeys } from '../core/classification.ts';
import { fields, turns } from '../core/handbook.ts';
import { actionItems, postMortem } from './aftermath-entry.ts';
import { measure, question, reportedBy, stage, subTeams, type } from './classification-entry.ts';
import { audience, message } from './communication-entry.ts';
import { clock, contact, escalation, indicator, onCall, practice, security } from './duty-entry.ts';
import { item, role, severity, status, task } from './entry.ts';
import { customer, service } from './service-entry.ts';
import { standing } from './standing-entry.ts';
import { colour, id, line, span, zone } from './value.ts';
import { workingTime } from './working-time-entry.ts';

const levels = ['high', 'medium', 'low'] as const;
const byUrgency = z.strictObject({ high: id, medium: id, low: id });
const label = z.strictObject({
  name: line(50).meta({ description: "The label's name.", examples: ['incident'] }),
  color: colour.meta({ description: "The label's colour: six hex digits.", examples: ['d73a4a'] }),
  description: line(100).meta({ description: "The label's description." }),
});
const overdue = { name: 'clock: breached', color: 'b60205', description: 'Something is owed past its time' };
const breachLabel = z.strictObject({
  name: label.shape.name.default(overdue.name),
  color: label.shape.color.default(overdue.color),
  description: label.shape.description.default(overdue.description),
});
const unsure = z.strictObject({
  axis: z.enum(levels).meta({ description: 'What impact or urgency counts as when only the other one is known.' }),
  severity: id.meta({ description: 'The severity when neither is known.' }),
});
const heading = z.array(line(80)).min(1, { error: 'must name at least one heading' });
const headings = z.strictObject({
  ...(Object.fromEntries(fields.map((field) => [field, heading])) as Record<(typeof fields)[number], typeof heading>),
  type: z.array(line(80)).default([]),
});

const matrix = z.strictObject({ high: byUrgency, medium: byUrgency, low: byUrgency });

/** A table that a handbook may do without. */
function optional<Schema extends z.ZodType>(entry: Schema, description: string) {
  return z.record(id, entry).meta({ description }).default({});
}

const defaultType = {
  ...{
    name: 'Incident',
    aliases: [],
    description: 'Something is broken, or was.',
    label: null,
    major: null,
    counted: true,
    template: null,
  },
  ...{ gate: true, roles: true, clocks: true, 'post-mortem': true, private: false },
};

/** What every table of a complete handbook holds, by key, in the order of the documentation. */
export const complete = {
  zone: zone
    .meta({ description: 'Time zone in which bare times are read and shown, beside UTC.', examples: ['Europe/Berlin'] })
    .default('UTC'),
  ...workingTime,
  label: label.meta({
    description: 'The label that makes an issue an incident.',
    examples: [{ name: 'outage', color: 'd73a4a', description: 'Something is broken' }],
  }),
  'reported-by': optional(reportedBy, 'How reports come in, by id.'),
  severities: z
    .record(id, severity)
    .meta({ description: 'By id, most severe first.', examples: [{ 'sev-1': { color: '5319e7' } }] }),
  major: id.meta({ description: 'The least severe level that is still a major incident.', examples: ['sev-1'] }),
  matrix: matrix
    .meta({
      description: 'Severity by impact, then by urgency: `high`, `medium`, `low`.',
      examples: [{ high: { low: 'sev-2' } }],
    })
    .nullable()
    .default(null),
  unsure: unsure.meta({
    description: 'What counts when the report is not sure.',
    examples: [{ severity: 'sev-3' }],
  }),
  lowering: z
    .enum(lowerings)
    .meta({ description: "When a severity may be lowered: `after-stability` is the level's own `stability`." })
    .default('free'),
  measures: optional(measure, 'Numbers that propose a severity, by id; any one is enough.'),
  triage: optional(question, 'Questions that propose a severity, by id, the first one first; asked by `/triage`.'),
  types: z
    .record(id, type)
    .meta({ description: 'By id; the first one is what a report is that names none.' })
    .default({ incident: defaultType }),
  classification: z
    .enum(['required', 'optional'])
    .meta({ description: 'Whether somebody must say the type of each.' })
    .default('optional'),
  queue: z
    .array(z.enum(queueKeys))
    .meta({ description: 'What `/queue` sorts by.', examples: [['severity', 'type', 'age']] })
    .default(['severity', 'type', 'age']),
  stages: optional(stage, 'The way from noticing to learning, in order, by id.'),
  'status-prefix': z
    .string()
    .max(20, { error: 'is longer than 20 characters' })
    .refine((text) => !/[\p{Cc}\p{Bidi_Control}]/u.test(text), { error: 'must hold no control characters' })
    .meta({ description: 'Stands before the id in the label of a status.', examples: ['status: '] }),
  statuses: z.record(id, status).meta({
    description: 'By id, in order; the last one is closed.',
    examples: [{ monitoring: { name: 'Watching' } }],
  }),
  relapse: id.meta({ description: 'The status that a relapse goes back to.', examples: ['investigating'] }),
  roles: z.record(id, role).meta({
    description: 'By id; each id and alias is a command.',
    examples: [{ scribe: { 'required-at': ['sev-1', 'sev-2'] } }],
  }),
  'sub-teams': subTeams
    .meta({ description: 'How an incident is split that is too big for one commander.' })
    .default({ teams: {}, 'time-box': null, 'most-reports': null }),
  tasks: optional(task, 'What is done when a severity or status is entered, by id.'),
  checklist: z.record(id, item).meta({
    description: 'By id: what must be true before an incident is closed.',
    examples: [{ 'status-page': { text: 'The status page says so' } }],
  }),
  audiences: optional(audience, 'Who is told, by id.'),
  messages: optional(message, 'What can be drafted with `/draft`, by id.'),
  'post-mortem': postMortem.meta({
    description: 'When a post-mortem is opened, where it is written, and how it is finished.',
    examples: [{ 'required-at': ['sev-1'] }],
  }),
  'action-items': actionItems.meta({ description: 'What is done so that it does not happen again.' }).default({
    kinds: {},
    horizons: {},
    tags: [],
    required: [],
    states: [],
    title: null,
    'sign-off': null,
    reviews: [],
  }),
  clocks: optional(clock, 'Promises of time, by id.'),
  'breach-label': breachLabel
    .meta({
      description: 'The label that an incident bears while something is owed past its time; `null`: none.',
      examples: [{ name: 'overdue' }],
    })
    .nullable()
    .default(overdue),
  escalation: escalation
    .meta({ description: 'Who is called when it does not go on.' })
    .default({ levels: {}, triggers: {}, steps: [], from: null, ack: 'inferred' }),
  'on-call': onCall.meta({ description: 'How on-call is organised.' }).default({
    levels: [],
    rotation: null,
    handover: null,
    longest: null,
    rest: null,
    rules: [],
    alerts: {},
    checklist: [],
  }),
  indicators: optional(indicator, 'Figures that are asked for, by id.'),
  security: security
    .meta({ description: 'How a matter is handled that must not be spoken of in public.' })
    .default({ roles: [], teams: [], rules: [], regulations: {} }),
  practices: optional(practice, 'What is practised, taught or reviewed, by id.'),
  contacts: optional(contact, 'Whom to call, by reference.'),
  services: optional(service, 'What an incident can be about, by id; also in `.github/sitrep/services.yml`.'),
  customers: optional(customer, 'Customers with contracts, by id.'),
  announce: z
    .array(z.enum(turns))
    .meta({ description: 'Turns of an incident that get a comment of one line.', examples: [['raised', 'resolved']] })
    .default([]),
  'takeover-after': span
    .meta({ description: 'Silence after which a role may be taken over.', examples: ['30m', '1h30m'] })
    .default('30m'),
  ...standing,
  headings: headings.meta({
    description:
      "Headings of the report's form by what they tell, the form's own first; a config's are added to the handbook's.",
    examples: [{ severity: ['Priority'] }],
  }),
  aliases: z
    .record(id, id)
    .meta({ description: 'Further words for commands.', examples: [{ sorted: 'resolved' }] })
    .default({}),
};
