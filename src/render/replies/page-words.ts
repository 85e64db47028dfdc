// The words that call people: the only ones of ours that mention who did not speak. Nothing rings, and they say so.

import { isPromisable } from '../../core/footing.ts';
import type { Handbook } from '../../core/handbook.ts';
import { holders, type Incident } from '../../core/incident.ts';
import { isStep } from '../../core/page-fact.ts';
import { dueAfter } from '../../core/term.ts';
import { formatTime } from '../../core/time.ts';
import type { Fact } from '../../core/timeline.ts';
import { calleeWords, levelNames, passedWords } from '../callee-words.ts';
import { code, listed, login, toType } from '../names.ts';
import { quoteOurs, quoteText } from '../quote.ts';
import { recordSummary } from '../record-summary.ts';
import type { HandedScene } from './handed.ts';

type Paged = Extract<Fact, { kind: 'paged' }>;

/** Markdown. Somebody's page in two lines, somebody's escalation with the summary and its question, a step of the ladder. */
export function pagedWords(fact: Paged, scene: HandedScene): string {
  const { entry, handbook } = scene;
  if (fact.people.length === 0) return nobodyCalled(fact, handbook);
  if (!isStep(fact)) return [mentioned(fact, scene), asks(fact, scene), answer].join(' ');
  return entry.by === null ? ladderStep(fact, scene) : escalated(fact, scene);
}

const answer = 'If you are on it: `/ack`; how it stands: `/catchup`';

function mentioned({ people, more, lost }: Paged, { call }: HandedScene): string {
  const names = people.map((name) => call({ id: name.toLowerCase(), login: name, bot: false }));
  const left = more ? ` ${more} more are meant and not mentioned.` : '';
  const gone = lost ? ` GitHub does not show me ${listed(lost.map(code), 'or')}.` : '';
  return `Mentioned ${listed(names)} on GitHub. Nothing will ring.${left}${gone}`;
}

function asks(fact: Paged, { entry, handbook }: HandedScene): string {
  const words = calleeWords(fact, handbook);
  return `${login(entry.by)} calls you${words ? ` (${words})` : ''}${because(fact)}.`;
}

function because({ because: why }: Paged): string {
  return why ? `, because ${quoteText(why, { limit: 200 }).replace(/[.!]+$/, '')}` : '';
}

function escalated(fact: Paged, scene: HandedScene): string {
  const { entry, after, handbook } = scene;
  return [
    `${mentioned(fact, scene)} ${login(entry.by)} escalates to **${levelNames(fact.levels ?? [], handbook)}**${because(fact)}.${over(fact, handbook)}`,
    '',
    'From the record:',
    ...recordSummary(after, handbook),
    '',
    ownership(fact, after, handbook),
  ].join('\n');
}

/** Whether it becomes theirs is said by people. */
function ownership({ people }: Paged, incident: Incident, { roles }: Handbook): string {
  const leading = roles.find(({ leads }) => leads);
  if (!leading) return `Does it become theirs? They say so with ${toType('/ack')}`;
  const held = holders(incident, leading.id)[0];
  const taking = `/role ${leading.id}`;
  if (!held) return `Does it become theirs? Nobody leads yet; who takes it types ${toType(taking)}`;
  return `Does it become theirs? Then ${login(held)} types ${toType(`/handover ${leading.id} @${people[0]}`)}; else it stays where it is: ${toType('/roles')}`;
}

function ladderStep(fact: Paged, scene: HandedScene): string {
  const { entry, handbook } = scene;
  const { levels, ack } = handbook.escalation;
  const timeout = levels.find(({ id }) => fact.levels?.includes(id))?.timeout;
  const day = scene.after.milestones.declared?.at;
  const until = timeout && formatTime(dueAfter(entry.saidAt, timeout, handbook), handbook.zone, day);
  const isWatched = timeout && isPromisable(timeout, handbook.footing);
  const then = isWatched ? 'the ladder goes on' : 'the ladder goes on with the next run';
  const next = until ? ` Without an answer by ${until} ${then}.` : '';
  const counts = ack === 'explicit' ? 'only the word counts as an answer' : 'whatever you do here counts as an answer';
  return `${mentioned(fact, scene)} You are called by the ladder: **${levelNames(fact.levels ?? [], handbook)}**${because(fact)}.${why(fact, handbook)}${over(fact, handbook)}${next} If you are on it (${counts}): \`/ack\`; how it stands: \`/catchup\``;
}

function why({ trigger }: Paged, { escalation }: Handbook): string {
  const text = escalation.triggers.find(({ id }) => id === trigger)?.text;
  return text ? ` ${quoteOurs(text, { limit: 200 }).replace(/[.!]+$/, '')}.` : '';
}

function over({ passed }: Paged, handbook: Handbook): string {
  return passed ? ` Not reached: ${passedWords(passed, handbook)}.` : '';
}

function nobodyCalled({ passed }: Paged, handbook: Handbook): string {
  const levels = passedWords(passed, handbook);
  return `**Nobody was called**${levels ? `: ${levels}` : ''}. Call somebody by name: ${toType('/page @who')}`;
}
