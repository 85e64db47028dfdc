// The clock of an answer that the ladder waits for in vain: nobody is left whom it would call by itself.
import type { RunningClock } from '../core/clock.ts';
import type { Handbook } from '../core/handbook.ts';
import type { Incident } from '../core/incident.ts';
import type { Page } from '../core/page.ts';
import type { Term } from '../time/term.ts';
import { minutesBetween, plusMinutes } from '../time/time.ts';
import { endOf } from './clock-time.ts';
import { nextStep } from './ladder-coming.ts';
import { ladderRun } from './ladder-run.ts';

/** As long as a level is waited for that names no time of its own. */
const usual: Term = { amount: 15, unit: 'minutes' };

/** Since the last step of a ladder that has come to its end unanswered, for as long as its last level is waited for. */
export function answerClocks(incident: Incident, handbook: Handbook): readonly RunningClock[] {
  const run = ladderRun(incident, handbook);
  const last = run?.pages.at(-1);
  if (!run || !last || run.answer || nextStep(run, handbook)) return [];
  const period = waitedFor(run.pages, handbook);
  const from = minuteOf(last.saidAt, incident);
  return [
    {
      ...{ id: 'answer', kind: 'answer', about: '', name: null, owner: null, person: null },
      ...{ begun: last.source, from, due: endOf(from, period, { calendar: null, handbook }), period, calendar: null },
      ...{ warnAt: null, escalateAt: null, ended: null, callsOut: false, command: '/ack' },
    },
  ];
}

/** In whole minutes since the declaration, so that what is told of it is told with what else is owed. */
function minuteOf(at: string, { milestones: { declared } }: Incident): string {
  return declared && at > declared.at ? plusMinutes(declared.at, Math.floor(minutesBetween(declared.at, at))) : at;
}

function waitedFor(pages: readonly Page[], { escalation }: Handbook): Term {
  const called = pages.flatMap(({ fact }) => fact.levels ?? []);
  const waiting = escalation.levels.filter(({ timeout }) => timeout !== null);
  const last = called.findLast((id) => waiting.some((level) => level.id === id));
  return (waiting.find(({ id }) => id === last) ?? waiting[0])?.timeout ?? usual;
}
