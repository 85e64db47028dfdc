// Calls on the card: who was called and when, who answered, or when the ladder goes on.

import { nextStep } from '../clocks/ladder-coming.ts';
import { isRunning, type LadderRun, ladderRun } from '../clocks/ladder-run.ts';
import { isPromisable } from '../core/footing.ts';
import type { Handbook } from '../core/handbook.ts';
import type { Incident } from '../core/incident.ts';
import { callsOf, type Page } from '../core/page.ts';
import { formatTime } from '../time/time.ts';
import { calleeWords, levelNames } from './callee-words.ts';
import { listed, login, toType } from './names.ts';
import { quoteText } from './quote.ts';

/** So many calls are told, the newest. */
const most = 8;

/** The calls since the harm began or came back, as long as it lasts; undefined where nobody was called. */
export function ladderText(incident: Incident, handbook: Handbook): string | undefined {
  const since = incident.segments.at(-1)?.from ?? '';
  const pages = isRunning(incident, handbook) ? callsOf(incident).filter(({ saidAt }) => saidAt >= since) : [];
  if (pages.length === 0) return undefined;
  const when = (at: string): string => formatTime(at, handbook.zone, incident.milestones.declared?.at);
  const run = ladderRun(incident, handbook);
  const calls = pages.map((page) => ({
    saidAt: page.saidAt,
    text: `${called(page, handbook)} (${when(page.saidAt)})`,
  }));
  const answer = run && run.pages.length > 0 ? run.answer : null;
  const answers = answer
    ? [{ saidAt: answer.saidAt, text: `answered by ${login(answer.by)} (${when(answer.saidAt)})` }]
    : [];
  const told = [...calls, ...answers].toSorted((one, other) => (one.saidAt < other.saidAt ? -1 : 1));
  const then = run && run.pages.length > 0 && !run.answer ? [whatThen(run, handbook, when)] : [];
  return [...told.slice(-most).map(({ text }) => text), ...then].join('; ');
}

function called({ fact }: Page, handbook: Handbook): string {
  const knowing = (fact.knowing ?? []).map((name) => `${quoteText(name, { limit: 60 })} (knows already)`);
  const people = listed([...fact.people.map((name) => quoteText(name, { limit: 60 })), ...knowing]);
  if (people === '') return 'nobody';
  const whose = fact.levels ? levelNames(fact.levels, handbook) : calleeWords(fact, handbook);
  return fact.levels ? `${whose}: ${people}` : `${people}${whose ? ` ${whose}` : ''}`;
}

function whatThen(run: LadderRun, handbook: Handbook, when: (at: string) => string): string {
  const next = nextStep(run, handbook);
  if (!next) return `nobody has answered: ${toType('/ack')} or ${toType('/page @who')}`;
  const moment = isPromisable(next.timeout, handbook.footing) ? 'at' : 'with the first run after';
  return `without an answer the ladder goes on ${moment} ${when(next.at)}: ${toType('/ack')}`;
}
