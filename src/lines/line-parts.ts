// What an incident's line is made of: its tables within the table, each field with its meaning.
import { z } from 'zod';

export const instant = z.iso
  .datetime({ offset: false, precision: 0 })
  .meta({ id: 'time', description: 'ISO 8601 in UTC, whole seconds: `2026-03-02T10:00:00Z`.' });

const name = z.string().meta({ id: 'login', description: 'Without `@` and `[bot]`.' });
/** Null: the account is gone, or it was nobody in particular. */
export const login = name.nullable();

const reason = z.string().nullable().describe('As it was said, at most 200 characters; null: none was.');
const how = z.enum(['done', 'dropped']).nullable();

export const mark = z
  .strictObject({
    at: instant.describe('When it happened.'),
    saidAt: instant.describe('When that was said.'),
    by: login.describe('Who said so.'),
    inferred: z.boolean().describe('It was inferred from an act; nobody said it in words.'),
  })
  .meta({ id: 'milestone' });

const change = z.strictObject({
  at: instant.describe('From when on.'),
  to: z.string().describe('The level, by the id that it had then.'),
  assumed: z.boolean().describe('Said by somebody whose word the handbook does not take for it.'),
  because: reason,
});

export const severity = z.strictObject({
  first: z.string().describe("The level's id as it was declared."),
  peak: z.string().describe('The most severe it ever was.'),
  final: z.string().describe('As it stands.'),
  assumed: z.boolean().describe('Nobody has said it whose word the handbook takes for it.'),
  firstAssumed: z.boolean().describe("The first one was the handbook's guess: the report did not tell it."),
  name: z.string().describe('What the handbook calls the final one.'),
  rank: z.int().min(0).describe('Where the final one stands in its handbook, 0 the most severe.'),
  firstRank: z.int().min(0).describe('The same of the first one.'),
  peakRank: z.int().min(0).describe('The same of the most severe one.'),
  changes: z.array(change).describe('What was said of it after the declaration, confirmations too, in order.'),
});

export const tenure = z.strictObject({
  role: z.string().describe("The role's id."),
  login: name.describe('Who held it.'),
  from: instant.describe('When they came to it.'),
  until: instant.nullable().describe('Null: it is held.'),
  change: z.string().describe('How it came to them: `taken`, `given`, `handover`, `takeover`.'),
});

export const task = z.strictObject({
  number: z.int().describe('From 1, in the order in which they were given.'),
  login: name.describe('Who does it.'),
  text: z.string().describe('What is to be done.'),
  at: instant.describe('When it was given.'),
  ended: how.describe('Null: it is open.'),
});

export const calledTask = z.strictObject({
  id: z.string().describe("The task's id in the handbook."),
  at: instant.describe('When it was called for.'),
  ended: how.describe('Null: it is open.'),
});

const publication = z.strictObject({
  by: login.describe('Who published it.'),
  at: instant.describe('When it was published.'),
  text: z.string().describe('Its beginning, at most 200 characters.'),
  hash: z.string().describe('Of the whole text.'),
  purpose: z.string().describe('`first`, `update`, `resolution` or `notice`.'),
  external: z.boolean().describe('It left the organisation.'),
  approver: login.describe('Who agreed last; null: nobody had to.'),
  dueAt: instant.nullable().describe('Null: it had no time.'),
  lateMinutes: z.number().nullable().describe('0: in time; null: it had no time.'),
});

export const word = z.strictObject({
  number: z.int().describe('From 1, in the order in which they were drafted.'),
  message: z.string().describe("The message's id in the handbook."),
  audience: z.string().describe("The audience's id in the handbook."),
  by: login.describe('Who drafted it.'),
  at: instant.describe('When it was drafted.'),
  approvals: z
    .array(
      z.strictObject({
        by: login.describe('Who agreed.'),
        at: instant.describe('When they did.'),
        as: z.array(z.string()).describe('The roles in which they agreed.'),
        hash: z.string().describe('Of the text to which they agreed.'),
      }),
    )
    .describe('In the order in which they came.'),
  published: publication.nullable().describe('Null: it was not.'),
  retracted: z
    .strictObject({
      by: login.describe('Who took it back.'),
      at: instant.describe('When they did.'),
      because: reason,
    })
    .nullable()
    .describe('Null: it was not.'),
});

export const promisedWord = z.strictObject({
  audience: z
    .string()
    .nullable()
    .describe('Its id; null: whoever reads the thread, where only `/update … next 30m` promised a time.'),
  dueAt: instant.describe('While the incident is open it may still lie ahead.'),
  givenAt: instant.nullable().describe('When it came; null: it did not come (yet) while it was owed.'),
});

export const clock = z.strictObject({
  id: z.string().describe("The clock's id in the handbook."),
  name: z.string().describe('What the handbook calls it.'),
  startedAt: instant.describe('When it began to run.'),
  dueAt: instant.describe('When what it promises is due.'),
  stoppedAt: instant.nullable().describe('Null: it runs.'),
});

export const actionItem = z.strictObject({
  text: z.string().describe('What is to be done.'),
  url: z.string().nullable().describe('Where it is followed up; null: nowhere else.'),
  owner: login.describe('Who owes it.'),
  createdAt: instant.describe('When it was agreed.'),
  dueAt: instant.nullable().describe('Null: it has no time.'),
  endedAt: instant.nullable().describe('Null: it is open.'),
  ended: how.describe('Null: it is open.'),
});

export const interventions = ['override', 'cancelled', 'backfilled', 'corrected'] as const;
export const intervention = z.strictObject({
  what: z
    .enum(interventions)
    .describe(
      'Closed over open items, called no incident, recorded afterwards, or a milestone moved by more than 15 minutes.',
    ),
  at: instant.describe('When it was said.'),
  by: login.describe('Who said it.'),
  because: reason,
  about: z.string().describe('The items closed over, or the milestone that was corrected; may be empty.'),
  minutes: z.number().nullable().describe('By how much a time was moved, earlier is negative; null: no time was.'),
});
