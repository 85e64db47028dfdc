// The two files that people write, as one table: a handbook, and a repository's config that overrides one.
import { z } from 'zod';
import { fields, rights, turns } from '../core/handbook.ts';
import { item, role, severity, status } from './entry.ts';
import { colour, id, line, login, path, span, team, zone } from './value.ts';

const levels = ['high', 'medium', 'low'] as const;
const byUrgency = z.strictObject({ high: id, medium: id, low: id });
const label = z.strictObject({
  name: line(50).meta({ description: "The label's name.", examples: ['incident'] }),
  color: colour.meta({ description: "The label's colour: six hex digits.", examples: ['d73a4a'] }),
  description: line(100).meta({ description: "The label's description." }),
});
const unsure = z.strictObject({
  axis: z.enum(levels).meta({ description: 'What impact or urgency counts as when only the other one is known.' }),
  severity: id.meta({ description: 'The severity when neither is known.' }),
});
const postMortem = z.strictObject({
  'required-at': z.array(id).meta({ description: 'Severities that need a post-mortem; `[]`: none does.' }),
  folder: path.meta({ description: 'Folder of the post-mortems in the repository.', examples: ['post-mortems'] }),
  template: path.meta({
    description: 'Name of a template of ours, or the path of one below `.github/sitrep/`.',
    examples: ['workflow-guide', 'templates/post-mortem.md.hbs'],
  }),
});
const heading = z.array(line(80)).min(1, { error: 'must name at least one heading' });
const headings = z.strictObject(
  Object.fromEntries(fields.map((field) => [field, heading])) as Record<(typeof fields)[number], typeof heading>,
);

const matrix = z.strictObject({ high: byUrgency, medium: byUrgency, low: byUrgency });

/** What every table of a complete handbook holds, by key, in the order of the documentation. */
const complete = {
  zone: zone
    .meta({ description: 'Time zone in which bare times are read and shown, beside UTC.', examples: ['Europe/Berlin'] })
    .default('UTC'),
  label: label.meta({
    description: 'The label that makes an issue an incident.',
    examples: [{ name: 'outage', color: 'd73a4a', description: 'Something is broken' }],
  }),
  severities: z.record(id, severity).meta({ description: 'By id, most severe first.' }),
  major: id.meta({ description: 'The least severe level that is still a major incident.', examples: ['sev-1'] }),
  matrix: matrix.meta({ description: 'Severity by impact, then by urgency: `high`, `medium`, `low`.' }),
  unsure: unsure.meta({ description: 'What counts when the report is not sure.' }),
  'status-prefix': z
    .string()
    .max(20, { error: 'is longer than 20 characters' })
    .refine((text) => !/[\p{Cc}\p{Bidi_Control}]/u.test(text), { error: 'must hold no control characters' })
    .meta({ description: 'Stands before the id in the label of a status.', examples: ['status: '] }),
  statuses: z.record(id, status).meta({ description: 'By id, in order; the last one is closed.' }),
  relapse: id.meta({ description: 'The status that a relapse goes back to.', examples: ['investigating'] }),
  roles: z.record(id, role).meta({ description: 'By id; each id and alias is a command.' }),
  checklist: z.record(id, item).meta({ description: 'By id: what must be true before an incident is closed.' }),
  'post-mortem': postMortem.meta({ description: 'When a post-mortem is opened, and where it is written.' }),
  announce: z
    .array(z.enum(turns))
    .meta({ description: 'Turns of an incident that get a comment of one line.', examples: [['raised', 'resolved']] })
    .default([]),
  'takeover-after': span
    .meta({ description: 'Silence after which a role may be taken over.', examples: ['30m', '1h30m'] })
    .default('30m'),
  who: z
    .record(id, z.enum(rights))
    .meta({
      description: "Who may say a command, where it differs from the command's own rule.",
      examples: [{ close: 'lead' }],
    })
    .default({}),
  responders: z
    .array(team)
    .meta({ description: 'Teams whose members respond whatever their access.', examples: [['acme/sre']] })
    .default([]),
  reporters: z
    .array(login)
    .meta({ description: 'Bots whose commands are heard.', examples: [['pager[bot]']] })
    .default([]),
  commands: z
    .enum(['all', 'prefixed'])
    .meta({ description: '`prefixed`: only `/sitrep <command>` is heard.' })
    .default('all'),
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

/** The same tables with every key optional; `null` takes an entry out. */
const overrides = {
  ...complete,
  label: label.partial().meta({ description: complete.label.description, examples: [{ name: 'outage' }] }),
  severities: z.record(id, severity.partial().nullable()).meta({
    description: complete.severities.description,
    examples: [{ 'sev-1': { color: '5319e7' } }],
  }),
  matrix: z
    .strictObject({ high: byUrgency.partial(), medium: byUrgency.partial(), low: byUrgency.partial() })
    .partial()
    .meta({ description: complete.matrix.description, examples: [{ high: { low: 'sev-2' } }] }),
  unsure: unsure.partial().meta({ description: complete.unsure.description, examples: [{ severity: 'sev-3' }] }),
  statuses: z.record(id, status.partial().nullable()).meta({
    description: complete.statuses.description,
    examples: [{ monitoring: { name: 'Watching' } }],
  }),
  roles: z.record(id, role.partial().nullable()).meta({
    description: complete.roles.description,
    examples: [{ scribe: { 'required-at': ['sev-1', 'sev-2'] } }],
  }),
  checklist: z.record(id, item.partial().nullable()).meta({
    description: complete.checklist.description,
    examples: [{ 'status-page': { text: 'The status page says so' } }],
  }),
  'post-mortem': postMortem.partial().meta({
    description: complete['post-mortem'].description,
    examples: [{ 'required-at': ['sev-1'] }],
  }),
  headings: headings
    .partial()
    .meta({ description: complete.headings.description, examples: [{ severity: ['Priority'] }] }),
};

const identity = {
  id: id.meta({ description: "The handbook's id; without one, the file's name.", examples: ['our-process'] }),
  name: line(60).meta({ description: "The handbook's name for people.", examples: ['Our process'] }),
};
const tables = ['severities', 'statuses', 'roles', 'checklist', 'headings', 'who', 'aliases'] as const;
const replace = z.array(z.enum(tables)).meta({
  description: 'Tables of this file that replace those below it instead of being merged into them.',
  examples: [['checklist']],
});

/** A handbook after everything it builds on was merged into it: every key there. */
export const handbookSchema = z.strictObject({ ...identity, ...complete });
export type HandbookTables = z.output<typeof handbookSchema>;

/** A handbook's file: with `extends` it tells only what differs. */
export const handbookFileSchema = z
  .strictObject({
    extends: z
      .string()
      .meta({ description: 'The handbook it builds on: an id of ours, or a path below `.github/sitrep/`.' }),
    ...identity,
    replace,
    ...overrides,
  })
  .partial();

/** `.github/sitrep.yml`: which handbook a repository follows, and what it overrides. */
export const configSchema = z
  .strictObject({
    handbook: z.string().meta({
      description: 'The handbook: an id of ours, or a path below `.github/sitrep/`.',
      examples: ['workflow-guide', 'our-process.yml'],
    }),
    app: login.meta({
      description: "Login of the Sitrep app, where this one only reads another Sitrep's incidents.",
      examples: ['sitrep'],
    }),
    replace,
    ...overrides,
  })
  .partial();
