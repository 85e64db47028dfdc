// An incident as one line of JSON: what `sitrep export` writes and the metrics are counted from. One table for types, reading and docs.
import { z } from 'zod';
import { milestones } from '../core/milestone.ts';

/** Version of the lines' shape: rises when a field changes its meaning or goes. */
export const lineSchemaVersion = 2;

const instant = z.iso.datetime({ offset: false, precision: 0 }).meta({ title: 'time' });
const login = z.string().nullable().meta({ title: 'login' });

const mark = z
  .strictObject({ at: instant, saidAt: instant, by: login, inferred: z.boolean() })
  .nullable()
  .describe('When it happened, when that was said, by whom, and whether it was inferred from an act.');

const change = z.strictObject({
  at: instant,
  to: z.string().describe("The level's id."),
  assumed: z.boolean(),
  because: z.string().nullable(),
});

const severity = z.strictObject({
  first: z.string(),
  peak: z.string().describe('The most severe it ever was.'),
  final: z.string().describe('As it stands.'),
  assumed: z.boolean().describe('Nobody has said it whose word the handbook takes for it.'),
  firstAssumed: z.boolean().describe("The first one was the handbook's guess: the report did not tell it."),
  name: z.string().describe('What the handbook calls the final one.'),
  rank: z.int().min(0).describe('Where the final one stands in its handbook, 0 the most severe.'),
  firstRank: z.int().min(0),
  peakRank: z.int().min(0),
  changes: z.array(change).describe('What was said of it after the declaration, in order.'),
});

const word = z.strictObject({
  number: z.int(),
  message: z.string(),
  audience: z.string(),
  by: login,
  at: instant,
  approvals: z.array(z.strictObject({ by: login, at: instant, as: z.array(z.string()), hash: z.string() })),
  published: z
    .strictObject({
      by: login,
      at: instant,
      text: z.string().describe('Its beginning.'),
      hash: z.string().describe('Of the whole.'),
      purpose: z.string(),
      external: z.boolean(),
      approver: login,
      dueAt: instant.nullable().describe('Null: it had no time.'),
      lateMinutes: z.number().nullable(),
    })
    .nullable(),
  retracted: z.strictObject({ by: login, at: instant, because: z.string().nullable() }).nullable(),
});

const promisedWord = z.strictObject({
  audience: z
    .string()
    .nullable()
    .describe('Null: whoever reads the thread, where only `/update … next 30m` promised a time.'),
  dueAt: instant.describe('While the incident is open it may still lie ahead.'),
  givenAt: instant.nullable().describe('When it came; null: it did not come (yet) while it was owed.'),
});

const clock = z.strictObject({
  id: z.string(),
  name: z.string(),
  startedAt: instant,
  dueAt: instant,
  stoppedAt: instant.nullable().describe('Null: it runs.'),
});

const actionItem = z.strictObject({
  text: z.string(),
  url: z.string().nullable(),
  owner: login,
  createdAt: instant,
  dueAt: instant.nullable(),
  endedAt: instant.nullable(),
  ended: z.enum(['done', 'dropped']).nullable().describe('Null: it is open.'),
});

export const interventions = ['override', 'cancelled', 'backfilled', 'corrected'] as const;
const intervention = z.strictObject({
  what: z.enum(interventions),
  at: instant.describe('When it was said.'),
  by: login,
  because: z.string().nullable(),
  about: z.string().describe('The items closed over, or the milestone that was corrected; may be empty.'),
  minutes: z.number().nullable().describe('By how much a time was moved, earlier is negative; null: no time was.'),
});

const task = z.strictObject({
  number: z.int(),
  login,
  text: z.string(),
  at: instant,
  ended: z.enum(['done', 'dropped']).nullable(),
});

/** One incident. What is missing is null, never filled from something else. Times: ISO 8601 UTC, whole seconds. */
export const incidentLine = z.strictObject({
  schema: z.literal(lineSchemaVersion).describe('Version of this table.'),
  repository: z.string().regex(/^[\w.-]+\/[\w.-]+$/),
  issue: z.int().positive(),
  url: z.url({ protocol: /^https?$/ }),
  title: z.string(),
  state: z.enum(['open', 'closed']),
  source: z
    .enum(['card', 'issue'])
    .describe(
      '`card`: from our record. `issue`: from the issue only (older than the installation, or its card is broken).',
    ),
  problem: z.string().nullable().describe('What is wrong with its card, in words; null: nothing.'),
  handbook: z.string().nullable().describe('Id of the one it follows; null: from the issue only.'),
  backfilled: z.boolean().describe('Recorded afterwards.'),
  drill: z.boolean().nullable().describe('Null: the record does not tell drills apart.'),
  reporter: login,
  declaredBy: login,
  type: z.strictObject({
    id: z.string().describe('Empty: not known.'),
    name: z.string(),
    counted: z.boolean().describe('False: none that metrics count (a request, planned work).'),
  }),
  severity: severity.nullable(),
  status: z.string().nullable(),
  milestones: z.strictObject(
    Object.fromEntries(milestones.map((name) => [name, mark])) as Record<(typeof milestones)[number], typeof mark>,
  ),
  active: z
    .array(z.strictObject({ from: instant, until: instant.nullable() }))
    .describe('Stretches in which it was active; `until` null while it is; none: not known.'),
  reopened: z.int().min(0).describe('How often it came back after it was mitigated, resolved or closed.'),
  roles: z.array(
    z.strictObject({
      role: z.string(),
      login: z.string(),
      from: instant,
      until: instant.nullable(),
      change: z.string(),
    }),
  ),
  services: z.array(z.string()),
  situation: z.record(z.string(), z.string()),
  reported: z.record(z.string(), z.string()),
  detected: z
    .strictObject({
      how: z.string().describe('As the report told it.'),
      byCustomers: z.boolean().nullable().describe('Null: these words do not tell.'),
    })
    .nullable(),
  tasks: z.array(task),
  called: z.array(z.strictObject({ id: z.string(), at: instant, ended: z.enum(['done', 'dropped']).nullable() })),
  words: z.array(word).describe('Drafts to others.'),
  cadence: z.array(promisedWord).describe('Every next word that was owed, to whom and by when.'),
  checklist: z.record(z.string(), z.boolean()),
  closed: z
    .strictObject({
      reason: z.enum(['completed', 'not_planned', 'duplicate']),
      at: instant,
      anyway: z.array(z.string()).describe('Items that were open when it was closed anyway.'),
      carriedOver: z.boolean().describe('It was no incident: it goes on as an ordinary issue.'),
    })
    .nullable(),
  links: z.strictObject({
    duplicate: z.string().nullable(),
    related: z.array(z.string()),
    parent: z.string().nullable(),
  }),
  postMortem: z.strictObject({
    required: z.boolean(),
    dueAt: instant.nullable().describe('Null: none is required, the handbook gives no time, or it is not resolved.'),
    pull: z.int().nullable().describe('The merged pull request.'),
    owner: login,
  }),
  clocks: z.array(clock).nullable().describe('Null: the record does not keep them.'),
  actionItems: z.array(actionItem).nullable().describe('Null: the record does not keep them.'),
  causes: z.array(z.string()).nullable().describe('Declared ones; null: the record does not keep them.'),
  interventions: z
    .array(intervention)
    .describe('What was overridden, cancelled, backfilled or corrected, with reasons.'),
  entries: z.int().min(0).describe('How much was heard.'),
  refused: z.int().min(0).describe('How much of it was refused.'),
});

export type IncidentLine = z.infer<typeof incidentLine>;
export type Intervention = z.infer<typeof intervention>;
export type LineActionItem = z.infer<typeof actionItem>;
