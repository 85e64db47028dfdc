// One entry in a few words, as the timeline of the card, the post-mortem and the catch-up tell it after the person's name.

import type { Entry } from '../core/entry.ts';
import type { Handbook } from '../core/handbook.ts';
import type { Incident } from '../core/incident.ts';
import { same } from '../core/person.ts';
import type { Fact, NoteKind, RoleChange, Touched } from '../core/timeline.ts';
import { formatTime } from '../time/time.ts';
import {
  audienceName,
  code,
  listed,
  login,
  messageName,
  roleWord,
  severityName,
  statusName,
  typeName,
} from './names.ts';
import { pagedText } from './paged-row.ts';
import { quoteCode, quoteOurs, quoteText } from './quote.ts';
import { overdueText } from './replies/clock-words.ts';
import { lateText } from './replies/draft-words.ts';

interface Telling {
  readonly entry: Entry;
  readonly handbook: Handbook;
  /** What a time is relative to: the date is left out on the same day. */
  readonly day: string;
}

type Describe = { readonly [Kind in Fact['kind']]: (fact: Extract<Fact, { kind: Kind }>, telling: Telling) => string };

/**
 * What somebody did, in words that follow the name: `took `scribe``. Markdown of one line, safe in lists and tables.
 * `incident` tells the day on which times need no date.
 */
export function describe(entry: Entry, handbook: Handbook, incident?: Incident): string {
  const { fact } = entry;
  if (!fact) return `was refused: ${quoteText(entry.typed ?? '', { limit: 100 })}`;
  const day = incident?.milestones.declared?.at ?? entry.saidAt;
  const say = sentences[fact.kind] as (fact: Fact, telling: Telling) => string;
  const marks = [
    entry.inferred ? '*inferred*' : '',
    entry.rebuilt ? '*rebuilt*' : '',
    entry.adopted ? '*adopted*' : '',
  ].filter(Boolean);
  return [say(fact, { entry, handbook, day }), ...marks].join(' ');
}

const noteWords: Readonly<Record<NoteKind, string>> = {
  note: 'noted',
  decision: '**decided**',
  hypothesis: 'suspects',
  'ruled-out': 'ruled out',
  todo: 'to do afterwards',
};

const touched: Readonly<Record<Touched, string>> = {
  'card-edited': 'edited the status card; it was written anew',
  'card-deleted': 'deleted the status card; it was rebuilt from the thread',
  'card-hidden': 'hid the status card',
  'record-deleted': 'deleted a part of the record; it was rebuilt from the thread',
  'checklist-hidden': 'hid the checklist',
  'words-edited': 'edited a comment of Sitrep; its words were put back',
  'comment-deleted': 'deleted a comment of Sitrep',
};

const roleWords: Readonly<Record<RoleChange, (role: string, holder: string, before: string) => string>> = {
  taken: (role) => `became ${role}`,
  given: (role, holder) => `made ${holder} ${role}`,
  freed: (role, _, before) => `freed the role ${role} (was ${before})`,
  handover: (role, holder) => `handed over to ${holder} as ${role}`,
  takeover: (role, _, before) => `took over as ${role} from ${before}`,
};

const sentences: Describe = {
  declared: (fact, { handbook }) =>
    `declared the incident at ${severityName(handbook, fact.severity)}${fact.assumed ? ' (assumed)' : ''}${fact.backfilled ? ', a record of the past' : ''}${fact.unconfirmed ? ', to be confirmed' : ''}${because(fact)}`,
  confirmed: () => 'confirmed the report',
  handbook: (fact) => `moved it to the handbook ${code(fact.handbook.id)}`,
  backfilled: (fact) => `made it a record of the past${because(fact)}`,
  severity: (fact, { handbook }) =>
    `set severity ${severityName(handbook, fact.severity)}${fact.assumed ? ' (assumed)' : ''}${because(fact)}`,
  type: (fact, { handbook }) => `called it ${typeName(handbook, fact.type)}${because(fact)}`,
  role: (fact, { entry, handbook }) =>
    fact.change === 'freed' && same(fact.before, entry.by)
      ? `gave the role ${roleWord(handbook, fact.role)} back`
      : `${roleWords[fact.change](roleWord(handbook, fact.role), login(fact.holder), login(fact.before))}${because(fact)}${fact.summary ? `: ${text(fact.summary)}` : ''}`,
  status: (fact, { handbook }) =>
    `${fact.relapse ? 'it is back: ' : ''}status ${statusName(handbook, fact.status)}${because(fact)}`,
  wish: (fact, { handbook, day }) =>
    `said it should be ${statusName(handbook, fact.status)} from ${formatTime(fact.due, handbook.zone, day)} on${because(fact)}`,
  'wish-lapsed': (fact, { handbook }) => `had asked for ${statusName(handbook, fact.status)}: it could not be done`,
  milestone: (fact) => `marked ${code(fact.milestone)}${because(fact)}`,
  note: (fact) => `${noteWords[fact.note]}: ${text(fact.text)}${fact.of ? ` (said by ${quoteText(fact.of.by)})` : ''}`,
  update: (fact, { handbook, day }) =>
    `update: ${text(fact.text)}${fact.nextAt ? ` (next by ${formatTime(fact.nextAt, handbook.zone, day)})` : ''}`,
  situation: (fact) => `${fact.field}: ${text(fact.text)}`,
  reported: (fact) => `${fact.field.replace('-', ' ')}: ${text(fact.text)}`,
  services: (fact) =>
    `affected services: ${listed([...fact.add.map((name) => `+${service(name)}`), ...fact.remove.map((name) => `−${service(name)}`)])}`,
  snooze: (fact, { handbook, day }) =>
    `put reminders off until ${formatTime(fact.until, handbook.zone, day)}${because(fact)}`,
  title: (fact) => `title: ${text(fact.title)}`,
  joined: (fact, { entry }) => (same(fact.who, entry.by) ? 'joined' : `brought in ${login(fact.who)}`),
  left: (fact, { entry }) => (same(fact.who, entry.by) ? 'left' : `released ${login(fact.who)}`),
  'sub-team': (fact) =>
    `sub-team ${code(fact.team)} led by ${login(fact.leader)}${fact.minutes ? ` (${fact.minutes} min)` : ''}: ${text(fact.text)}`,
  'sub-team-ended': (fact) => `sub-team ${code(fact.team)} is done`,
  task: (fact) => `task for ${login(fact.who)}${fact.minutes ? ` (${fact.minutes} min)` : ''}: ${text(fact.text)}`,
  'task-ended': (fact) => `task ${fact.task} ${fact.how}${because(fact)}`,
  'called-task': (fact, { handbook }) => calledText(fact, handbook),
  ticked: (fact) => `${fact.done ? 'ticked' : 'unticked'} ${code(fact.item)}`,
  unread: (fact) => `the report's ${fact.field} could not be read: ${text(fact.text)}`,
  closed: (fact) =>
    `closed it${fact.reason === 'completed' ? '' : ` as ${fact.reason.replace('_', ' ')}`}${fact.anyway?.length ? ` anyway, open: ${listed(fact.anyway.map(code))}` : ''}${because(fact)}`,
  'carried-over': (fact, { handbook }) => {
    const becomes = handbook.severities.find(({ id }) => id === fact.severity)?.becomes;
    return `carried it on as ${becomes ? text(becomes.name) : 'an ordinary issue'}`;
  },
  reopened: () => 'reopened it',
  link: (fact) => `${fact.link === 'duplicate' ? 'duplicate of' : `${fact.link}:`} ${text(fact.issue)}`,
  undone: (fact) =>
    `took back ${
      fact.what
        ? fact.what
            .split(', ')
            .map((line) => quoteCode(line))
            .join(', ')
        : 'an earlier command'
    }`,
  drafted: (fact, { handbook }) => `drafted ${aboutDraft(fact, handbook)}`,
  approved: (fact) => `approved draft ${fact.draft}`,
  published: (fact, { handbook }) =>
    `**published** ${aboutDraft(fact, handbook)}${fact.approver ? `, approved by ${login(fact.approver)}` : ''}${fact.lateMinutes === undefined ? '' : `, ${lateText(fact.lateMinutes)}`}: ${text(fact.text)}`,
  retracted: (fact) => `retracted ${fact.published ? 'what was published as ' : ''}draft ${fact.draft}${because(fact)}`,
  'post-mortem-asked': () => 'asked for the post-mortem',
  'post-mortem-merged': () => 'merged the post-mortem',
  'post-mortem-refused': (fact) => `refused the post-mortem's pull request: ${text(fact.message)}`,
  paged: (fact, { entry, handbook }) => `${pagedText(fact, entry, handbook)}${because(fact)}`,
  answered: () => 'answered the call',
  spoke: () => 'said something',
  asked: (fact) => `asked for ${fact.question}`,
  redacted: (fact) =>
    `had the words of ${fact.comment === null ? 'the report' : 'a comment'} taken out${because(fact)}`,
  adopted: (fact) => `took the record over from ${quoteText(fact.from, { limit: 60 })}`,
  'record-confirmed': () => 'confirmed the rebuilt record',
  interference: (fact) => touched[fact.what],
  overdue: (fact, { handbook, day }) => overdueText([fact], handbook, day),
  'config-problem': () => 'the config was found broken',
};

function aboutDraft(fact: Extract<Fact, { kind: 'drafted' | 'published' }>, handbook: Handbook): string {
  return `${messageName(handbook, fact.template)} for ${audienceName(handbook, fact.audience)} (draft ${fact.draft})`;
}

const calledWords = { done: 'did', dropped: 'dropped', open: 'took back that it was done:' } as const;

function calledText(fact: Extract<Fact, { kind: 'called-task' }>, handbook: Handbook): string {
  const task = handbook.tasks.find(({ id }) => id === fact.task);
  return `${calledWords[fact.how]} ${code(fact.task)}${task ? `: ${quoteOurs(task.text, { limit: 160 })}` : ''}${because(fact)}`;
}

function text(words: string): string {
  return quoteText(words, { limit: 200 });
}

function service(name: string): string {
  return quoteText(name, { limit: 60 });
}

function because(fact: { readonly because?: string }): string {
  return fact.because ? `, because ${text(fact.because)}` : '';
}
