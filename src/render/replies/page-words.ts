// The words that call people: the only ones of ours that mention who did not speak. Nothing rings, and they say so.

import { isPromisable } from '../../core/footing.ts';
import type { Handbook } from '../../core/handbook.ts';
import { holders, type Incident } from '../../core/incident.ts';
import { isClimb } from '../../core/page.ts';
import { isStep } from '../../core/page-fact.ts';
import type { Fact } from '../../core/timeline.ts';
import { rosterFile } from '../../oncall/rota.ts';
import { dueAfter } from '../../time/term.ts';
import { formatTime } from '../../time/time.ts';
import { calleeWords, levelNames, passedWords } from '../callee-words.ts';
import { code, listed, login, toType } from '../names.ts';
import { quoteOurs, quoteText, quoteToCopy } from '../quote.ts';
import { recordSummary } from '../record-summary.ts';
import type { HandedScene } from './handed.ts';

type Paged = Extract<Fact, { kind: 'paged' }>;

/** Markdown. Somebody's page in two lines, somebody's escalation with the summary and its question, a step of the ladder. */
export function pagedWords(fact: Paged, scene: HandedScene): string {
  const { entry, handbook } = scene;
  if (isClimb(entry)) return ladderSteps(fact, scene);
  if (fact.people.length === 0) return nobodyCalled(fact, handbook);
  return isStep(fact) ? escalated(fact, scene) : [mentioned(fact, scene), asks(fact, scene), answer].join(' ');
}

const answer = 'If you are on it: `/ack`; how it stands: `/catchup`';

function mentioned({ people, more, moreAtLeast, lost }: Paged, { call }: HandedScene): string {
  const names = people.map((name) => call({ id: name.toLowerCase(), login: name, bot: false }));
  const few = `${moreAtLeast ? 'At least ' : ''}${more} more ${more === 1 ? 'is' : 'are'}`;
  const left = more ? ` ${few} meant and not mentioned.` : '';
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

/** One step, or several that came at once because nobody ran when they were due: only the newest says what comes next. */
function ladderSteps(newest: Paged, scene: HandedScene): string {
  const { handbook, earlier = [] } = scene;
  const steps = [...earlier.flatMap(({ fact }) => (fact?.kind === 'paged' ? [fact] : [])), newest];
  const all = asOne(steps);
  if (all.people.length === 0 && !all.knowing) return nobodyCalled(all, handbook);
  const calling = steps.filter(({ levels = [] }) => levels.length > 0);
  const levels = calling.map((step) => `**${levelNames(step.levels ?? [], handbook)}**`).join(', then ');
  const reasons = [...new Set(steps.map((step) => why(step, handbook)))].join('');
  const counts =
    handbook.escalation.ack === 'explicit'
      ? 'only the word counts as an answer'
      : 'taking a role, `/update` or `/note` counts too, plain words do not';
  return `${whom(all, levels, scene)}${reasons}${over(all, handbook)}${whatThen(newest, scene)} If you are on it (${counts}): \`/ack\`; how it stands: \`/catchup\``;
}

/** Who knows already is named and not mentioned. */
function whom(all: Paged, levels: string, scene: HandedScene): string {
  const { people, knowing = [] } = all;
  const names = listed(knowing.map((name) => quoteText(name, { limit: 60 })));
  const know = knowing.length === 0 ? '' : `${names} ${knowing.length === 1 ? 'knows' : 'know'} of it already`;
  if (people.length === 0) return `${know}, and nobody else is meant by the ladder: ${levels}.`;
  return `${mentioned(all, scene)} ${know && `${know}. `}You are called by the ladder: ${levels}.`;
}

/** Each person, and each level that reached nobody, once. Those whom one step left out may be the same as those of another. */
function asOne(steps: readonly Paged[]): Paged {
  const people = new Map(steps.flatMap((step) => step.people).map((name) => [name.toLowerCase(), name]));
  const passed = new Map(steps.flatMap((step) => step.passed ?? []).map((one) => [one.level, one]));
  const lost = [...new Set(steps.flatMap((step) => step.lost ?? []))];
  const knowing = new Map(steps.flatMap((step) => step.knowing ?? []).map((name) => [name.toLowerCase(), name]));
  const knows = [...knowing].flatMap(([key, name]) => (people.has(key) ? [] : [name]));
  const cut = steps.filter(({ more }) => more);
  const more = Math.max(0, ...cut.map((step) => step.more ?? 0));
  const atLeast = cut.length > 1 || cut.some(({ moreAtLeast }) => moreAtLeast);
  return {
    kind: 'paged',
    to: [],
    how: 'mentioned',
    people: [...people.values()],
    more,
    ...(atLeast && { moreAtLeast: true }),
    ...(knows.length > 0 && { knowing: knows }),
    ...(lost.length > 0 && { lost }),
    ...(passed.size > 0 && { passed: [...passed.values()] }),
  };
}

function whatThen(fact: Paged, { entry, after, handbook }: HandedScene): string {
  const timeout = handbook.escalation.levels.find(({ id }) => fact.levels?.includes(id))?.timeout;
  if (!timeout) return '';
  const until = formatTime(dueAfter(entry.saidAt, timeout, handbook), handbook.zone, after.milestones.declared?.at);
  const isWatched = isPromisable(timeout, handbook.footing);
  return ` Without an answer by ${until} ${isWatched ? 'the ladder goes on' : 'the ladder goes on with the next run'}.`;
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
  const look =
    handbook.roster.file === 'missing' ? ` Who is on call is told in \`${rosterFile}\`, which is not there.` : '';
  return `**Nobody was called**${levels ? `: ${levels}` : ''}.${look} Call somebody by name: ${toType('/page @who')}`;
}

/** To who would take a call back: those who were mentioned have read it, or will. Names nobody so that it calls them again. */
export function calledAlready(people: readonly string[] | undefined): string {
  if (!people)
    return 'A mention cannot be taken back: who was called may have read it by now. To tell them: `/note @who you need not come`';
  if (people.length === 0) return 'Nobody was mentioned by it, so there is nothing to take back. Who is here: `/roles`';
  const named = listed(people.map((name) => quoteText(name, { limit: 60 })));
  const line = quoteToCopy(`/note ${people.map((name) => `@${name}`).join(' ')} you need not come`, 600);
  return `A mention cannot be taken back: ${named} may have read it by now. If they need not come, tell them: ${line}`;
}
