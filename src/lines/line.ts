// An incident as one line of JSON: what `sitrep export` writes and the metrics are counted from. One table for types, reading and docs.
import { z } from 'zod';
import { milestones } from '../core/milestone.ts';
import {
  actionItem,
  calledTask,
  clock,
  instant,
  intervention,
  login,
  mark,
  promisedWord,
  severity,
  task,
  tenure,
  word,
} from './line-parts.ts';

/** Version of the lines' shape: rises when a field changes its meaning or goes. */
export const lineSchemaVersion = 2;

const type = z.strictObject({
  id: z.string().describe("The type's id in the handbook; empty: not known."),
  name: z.string().describe('What the handbook calls it.'),
  counted: z
    .boolean()
    .describe('False: no incident at all (a request, a near miss, planned work); no metric counts it.'),
});

const detected = z.strictObject({
  how: z.string().describe('As the report told it.'),
  byCustomers: z
    .boolean()
    .nullable()
    .describe("By the handbook's `reported-by`; null: the words name none of its ways, or some that differ."),
});

const closed = z.strictObject({
  reason: z.enum(['completed', 'not_planned', 'duplicate']).describe("GitHub's word for it."),
  at: instant.describe('When it was closed.'),
  anyway: z.array(z.string()).describe('Items that were open when it was closed anyway.'),
  carriedOver: z.boolean().describe('It was no incident: it goes on as an ordinary issue.'),
});

const postMortem = z.strictObject({
  required: z
    .boolean()
    .describe('By its type and severity as they stand; of what was closed only where it was completed.'),
  dueAt: instant.nullable().describe('Null: none is required, the handbook gives no time, or it is not resolved.'),
  pull: z.int().nullable().describe('The number of the merged pull request.'),
  owner: login.describe('Who is asked for it: who held the role that owes it, led, or resolved it.'),
});

/** One incident. What is missing is null, never filled from something else. Times: ISO 8601 UTC, whole seconds. */
export const incidentLine = z.strictObject({
  schema: z
    .literal(lineSchemaVersion)
    .describe('Version of this table: rises when a field changes its meaning or goes.'),
  repository: z
    .string()
    .regex(/^[\w.-]+\/[\w.-]+$/)
    .describe('`owner/name`.'),
  issue: z.int().positive().describe("The issue's number."),
  url: z.url({ protocol: /^https?$/ }).describe("The issue's address."),
  title: z.string().describe("The issue's title as it is now."),
  state: z.enum(['open', 'closed']).describe('The issue as it is now.'),
  source: z
    .enum(['card', 'issue'])
    .describe(
      '`card`: from our record. `issue`: from the issue only (older than the installation, or its card is broken).',
    ),
  problem: z.string().nullable().describe('What is wrong with its card, in words; null: nothing.'),
  handbook: z.string().nullable().describe('Id of the one it follows now; null: from the issue only.'),
  backfilled: z.boolean().describe('Recorded afterwards.'),
  confirmed: z
    .boolean()
    .optional()
    .describe(
      'False: an outsider reported it and no responder confirmed it or, where it has no card, said a word to it; no metric counts it. Missing: it counts.',
    ),
  drill: z.boolean().nullable().describe('Null: the record does not tell drills apart.'),
  reporter: login.describe('Who opened the issue.'),
  declaredBy: login.describe('Who made it an incident.'),
  type: type.describe('What kind of matter it is.'),
  severity: severity.nullable().describe('How bad it was; null: from the issue only, and no label tells.'),
  status: z.string().nullable().describe("The status' id in the handbook; null: from the issue only."),
  milestones: z
    .strictObject(
      Object.fromEntries(milestones.map((moment) => [moment, mark.nullable()])) as Record<
        (typeof milestones)[number],
        z.ZodNullable<typeof mark>
      >,
    )
    .describe('The moments that are known; null: nobody said it. After a relapse those of the time before stay.'),
  active: z
    .array(
      z.strictObject({
        from: instant.describe('From its start, or from when it came back.'),
        until: instant.nullable().describe('Null: it still is.'),
      }),
    )
    .describe('Stretches in which it was active; none: not known.'),
  reopened: z.int().min(0).describe('How often it came back after it was mitigated, resolved or closed.'),
  roles: z.array(tenure).describe('Who held what, in the order in which they came to it.'),
  services: z.array(z.string()).describe('Ids of known services; other names as they were written.'),
  situation: z
    .record(z.string(), z.string())
    .describe('What was told of `impact`, `workaround`, `eta`, `summary`, `solution`, `bridge`, `channel`.'),
  reported: z
    .record(z.string(), z.string())
    .describe('What the report told of `symptoms`, `how-detected`, `users-affected`, `functions`, `urgency`.'),
  detected: detected.nullable().describe('How it was noticed; null: the report does not tell.'),
  tasks: z.array(task).describe('What people were given to do.'),
  called: z.array(calledTask).describe('What the handbook called for.'),
  words: z.array(word).describe('Drafts to others, published or not.'),
  cadence: z.array(promisedWord).describe('Every next word that was owed, to whom and by when.'),
  checklist: z.record(z.string(), z.boolean()).describe('Items that were ticked (true) or unticked, by id.'),
  closed: closed.nullable().describe('Null: it is open.'),
  links: z
    .strictObject({
      duplicate: z.string().nullable().describe('What it is a duplicate of.'),
      related: z.array(z.string()).describe('What belongs to the same story.'),
      parent: z.string().nullable().describe('What it is a part of.'),
    })
    .describe('Other issues, of the same repository `#12`, else `owner/name#12`.'),
  postMortem: postMortem.describe('Whether one is owed.'),
  clocks: z.array(clock).nullable().describe('Promises of time; null: the record does not keep them.'),
  actionItems: z.array(actionItem).nullable().describe('What is to follow; null: the record does not keep them.'),
  causes: z.array(z.string()).nullable().describe('Declared ones; null: the record does not keep them.'),
  interventions: z
    .array(intervention)
    .describe('What was overridden, cancelled, backfilled or corrected, with reasons, in the order it was said.'),
  entries: z.int().min(0).describe('How much was heard.'),
  refused: z.int().min(0).describe('How much of it was refused.'),
});

export type IncidentLine = z.infer<typeof incidentLine>;
export type Intervention = z.infer<typeof intervention>;
export type LineActionItem = z.infer<typeof actionItem>;
