// The tables of time and duty: clocks, escalation, on-call, figures, security, practices, contacts.
import { z } from 'zod';
import { answers, clockEnds, statistics, triggering } from '../core/duty.ts';
import { milestones } from '../core/handbook.ts';
import { promises } from '../core/service.ts';
import { bySeverity, callee, id, line, percent, team, term } from './value.ts';

const lines = z.array(line(250));
const milestone = z.enum(milestones);

export const clock = z.strictObject({
  name: line(60).meta({ description: 'Name for people.', examples: ['Time to acknowledge'] }),
  from: milestone.meta({ description: 'The milestone that starts it.' }),
  to: z.enum(clockEnds).meta({ description: 'What stops it.' }),
  within: bySeverity.meta({ description: 'The time, by severity.', examples: [{ 'sev-1': '15m' }] }).default({}),
  contract: z
    .enum(promises)
    .meta({
      description:
        "Its time is what the affected customers' contracts promise, also where that is laxer than `within`.",
    })
    .nullable()
    .default(null),
  repeats: z.boolean().meta({ description: 'It begins again each time it ends.' }).default(false),
  time: z
    .enum(['wall', 'business'])
    .meta({ description: "`business`: only the time of `hours` counts; a contract's own hours say so themselves." })
    .default('wall'),
  'paused-in': z
    .array(id)
    .meta({ description: 'Statuses in which it stands still.', examples: [['waiting']] })
    .default([]),
  owner: id.meta({ description: 'The role that owes it.' }),
  'warn-at': percent
    .meta({ description: 'Said after so much of the time.', examples: ['75%'] })
    .nullable()
    .default(null),
  'escalate-at': percent
    .meta({ description: 'Escalated after so much of the time.', examples: ['150%'] })
    .nullable()
    .default(null),
});

export const escalation = z.strictObject({
  levels: z
    .record(
      id,
      z.strictObject({
        name: line(60).meta({ description: 'Name for people.' }),
        contacts: z.array(line(100)).meta({ description: 'Who is called.' }).default([]),
        calls: z
          .array(callee)
          .meta({
            description: 'The same, as far as Sitrep can call them itself.',
            examples: [
              [
                'on-call primary',
                'role commander',
                'rota managers',
                'owners',
                '@ada',
                'acme/db',
                'contact management',
                'everyone',
              ],
            ],
          })
          .default([]),
        timeout: term.meta({ description: 'No answer for so long: the next level.' }).nullable().default(null),
        at: z.array(id).meta({ description: 'Severities at which it is called at once.' }).default([]),
      }),
    )
    // Whom each of them reaches may have to be asked of GitHub, one after the other, in one pass: see plan-reaching.
    .refine((table) => Object.keys(table).length <= 12, { error: 'has more than 12 levels: take some together' })
    .meta({ description: 'The ladder, lowest first.' })
    .default({}),
  triggers: z
    .record(
      id,
      z.strictObject({
        text: line(200).meta({ description: 'When it is escalated.' }),
        level: id.meta({ description: 'The level it goes to; without one, the next.' }).nullable().default(null),
        when: z
          .enum(triggering)
          .meta({ description: 'What facts tell of it; without it, people say it.' })
          .nullable()
          .default(null),
        clocks: z
          .array(id)
          .meta({
            description: 'Of `overdue`: the clocks, each once its `escalate-at` is reached.',
            examples: [['resolution']],
          })
          .default([]),
        automatic: z.boolean().meta({ description: 'By itself.' }).default(false),
      }),
    )
    .meta({ description: 'When it is escalated, by id.' })
    .default({}),
  steps: lines.meta({ description: 'What who escalates does, in order.' }).default([]),
  from: id
    .meta({ description: 'The least severe level at which it climbs by itself; without it, the line of major ones.' })
    .nullable()
    .default(null),
  ack: z
    .enum(answers)
    .meta({ description: 'What ends the climb: anything a responder does, or (`explicit`) only `/ack`.' })
    .default('inferred'),
});

export const onCall = z.strictObject({
  levels: z.array(line(60)).meta({ description: 'Who is called first, second…' }).default([]),
  rotation: term
    .meta({ description: 'How long a turn lasts.', examples: ['1w'] })
    .nullable()
    .default(null),
  handover: line(100).meta({ description: 'When it is handed on, in words.' }).nullable().default(null),
  longest: term.meta({ description: 'Nobody is on call for longer.' }).nullable().default(null),
  rest: term.meta({ description: 'And rests so long.' }).nullable().default(null),
  rules: lines.meta({ description: 'Further rules.' }).default([]),
  alerts: z
    .record(
      id,
      z.strictObject({
        name: line(40).meta({ description: 'Name for people.', examples: ['Major'] }),
        hours: line(100).meta({ description: 'When it reaches somebody; without it, never.' }).nullable().default(null),
        action: line(150).meta({ description: 'What is to be done, and by when.' }),
      }),
    )
    .meta({ description: 'Priorities of alerts, most urgent first.' })
    .default({}),
  checklist: lines.meta({ description: 'What is gone through at a hand-over of the shift.' }).default([]),
});

export const indicator = z.strictObject({
  name: line(80).meta({ description: 'Name for people.', examples: ['Mean time to acknowledge'] }),
  statistic: z.enum(statistics).meta({ description: 'What kind of figure it is.' }),
  text: line(250).meta({ description: 'What it means.' }),
  from: milestone.meta({ description: 'A mean of the time from here.' }).nullable().default(null),
  to: milestone.meta({ description: 'To there.' }).nullable().default(null),
  window: term
    .meta({ description: 'What it looks back on.', examples: ['90d'] })
    .nullable()
    .default(null),
});

export const security = z.strictObject({
  roles: z.array(id).meta({ description: 'Roles that may be taken in a security matter; `[]`: all.' }).default([]),
  teams: z
    .array(team)
    .meta({ description: 'Teams whose members may take them; `[]`: whoever may take roles.' })
    .default([]),
  rules: lines.meta({ description: 'What holds as long as it lasts.' }).default([]),
  regulations: z
    .record(
      id,
      z.strictObject({
        name: line(100).meta({ description: 'Name for people.', examples: ['GDPR, article 33'] }),
        within: term
          .meta({ description: 'The time.', examples: ['72h'] })
          .nullable()
          .default(null),
        from: milestone.meta({ description: 'The milestone from which it counts.' }).default('detected'),
        owner: id.meta({ description: 'The role that owes it.' }).nullable().default(null),
      }),
    )
    .meta({ description: "Regulators' clocks, by id." })
    .default({}),
});

export const practice = z.strictObject({
  text: line(250).meta({ description: 'What is practised, taught or reviewed.' }),
  every: line(60).meta({ description: 'How often, in words.' }).nullable().default(null),
});

export const contact = z.strictObject({
  name: line(60).meta({ description: 'Who.' }),
  where: line(150).meta({ description: 'Where to find how to reach them: a page or a team, never a number.' }),
});
