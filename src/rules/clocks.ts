// What is owed by when, on the card.

import { clocksOf } from '../clocks/clocks.ts';
import { isPromise, type RunningClock, stateAt } from '../core/clock.ts';
import type { Expectation } from '../core/expectation.ts';
import { secondAfter } from '../time/time.ts';
import type { Rule } from './rule.ts';

/** The clocks that run, as they stand now. */
export const clocks: Rule = {
  name: 'clocks',
  does: 'The card shows what is owed by when as times, and which of it is nearly or already past its time; until when reminders are put off, as long as they are.',
  expect(incident, handbook, now) {
    const running = clocksOf(incident, handbook).filter((clock) => clock.ended === null && isPromise(clock));
    const { snooze } = incident;
    const asleep: readonly Expectation[] = snooze && now < snooze.until ? [{ expect: 'snoozed' }] : [];
    return [...asleep, ...running.map((clock) => ({ expect: 'clock', clock, state: stateAt(clock, now) }) as const)];
  },
  due: (incident, handbook) => [incident.snooze?.until ?? null, ...clocksOf(incident, handbook).flatMap(turnsOf)],
};

/** When it comes to be shown otherwise. */
function turnsOf(clock: RunningClock): readonly (string | null)[] {
  const { ended, warnAt, due } = clock;
  return ended !== null || !isPromise(clock) ? [] : [warnAt, due && secondAfter(due)];
}
