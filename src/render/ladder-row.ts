// The ladder on the card: who was called and when, who answered, or when it goes on.
import type { Handbook } from '../core/handbook.ts';
import type { Incident } from '../core/incident.ts';
import { nextStep } from '../core/ladder-coming.ts';
import { ladderRun } from '../core/ladder-run.ts';
import { formatTime } from '../core/time.ts';
import { levelNames } from './callee-words.ts';
import { listed, login, toType } from './names.ts';
import { quoteText } from './quote.ts';

/** The newest climb; undefined where nobody was called. */
export function ladderText(incident: Incident, handbook: Handbook): string | undefined {
  const run = ladderRun(incident, handbook);
  if (!run || run.pages.length === 0) return undefined;
  const when = (at: string): string => formatTime(at, handbook.zone, incident.milestones.declared?.at);
  const calls = run.pages.slice(-8).map(({ fact, saidAt }) => {
    const people = listed(fact.people.map((name) => quoteText(name, { limit: 60 })));
    const levels = levelNames(fact.levels ?? [], handbook);
    return levels === '' ? `nobody (${when(saidAt)})` : `${levels}: ${people} (${when(saidAt)})`;
  });
  const next = run.answer ? null : nextStep(run, handbook);
  const then = run.answer
    ? `answered by ${login(run.answer.by)} (${when(run.answer.saidAt)})`
    : next
      ? `without an answer the ladder goes on at ${when(next.at)}: ${toType('/ack')}`
      : `nobody has answered: ${toType('/ack')} or ${toType('/page @who')}`;
  return [...calls, then].join('; ');
}
