// All clocks of an incident, reckoned from its facts alone: a corrected time, a severity or another handbook moves them.
import { type RunningClock, stateAt } from '../core/clock.ts';
import { type Handbook, typeOf } from '../core/handbook.ts';
import type { Incident } from '../core/incident.ts';
import { reckoning } from '../core/reckoning.ts';
import { answerClocks } from './clock-answers.ts';
import { confirmationClocks } from './clock-confirmation.ts';
import { promisedClocks, statusClocks } from './clock-promises.ts';
import { reviewClocks } from './clock-reviews.ts';
import { roleClocks, taskClocks, wordClocks } from './clock-tasks.ts';
import { vacancyClocks } from './clock-vacancies.ts';
import { clockWordsOf } from './clock-words.ts';
import { withForetold } from './foretold.ts';
import { keptPromises } from './kept-promises.ts';

/**
 * The clocks that run, and those that were stopped by what they wait for. Response clocks end with the closing, those of the
 * review run until it is done. None of a record of the past, or of a type that has none; of a report that nobody
 * confirmed yet that one only.
 */
export const clocksOf = reckoning(reckoned);

/** Whether something is owed past its time at a moment (ISO UTC). */
export function isBreached(incident: Incident, handbook: Handbook, now: string): boolean {
  return clocksOf(incident, handbook).some((clock) => stateAt(clock, now) === 'breached');
}

/** Those that run until somebody types this line. */
export function clocksAwaiting(line: string, incident: Incident, handbook: Handbook): readonly RunningClock[] {
  return clocksOf(incident, handbook).filter(({ command, ended }) => command === line && ended === null);
}

function reckoned(incident: Incident, handbook: Handbook): readonly RunningClock[] {
  if (incident.backfilled) return [];
  if (!incident.confirmed) return confirmationClocks(incident, handbook);
  const review = reviewClocks(incident, handbook);
  if (!(typeOf(handbook, incident.type.current)?.clocks ?? true)) return review;
  const words = clockWordsOf(incident, handbook);
  const kept = keptPromises(incident, handbook, words.since);
  const promised = promisedClocks(kept, incident, handbook, words);
  if (incident.closed) return [...promised.filter(({ ended }) => ended !== null), ...review];
  return [
    ...withForetold(promised, incident, handbook, words),
    ...wordClocks(incident, handbook, words, promised),
    ...statusClocks(kept, incident, handbook, words),
    ...taskClocks(incident, handbook),
    ...roleClocks(incident, handbook),
    ...vacancyClocks(incident, handbook),
    ...answerClocks(incident, handbook),
    ...review,
  ];
}
