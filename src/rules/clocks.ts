// What is owed by when, on the card.
import { isPromise, type RunningClock, stateAt } from '../core/clock.ts';
import { clocksOf } from '../core/clocks.ts';
import type { Expectation } from '../core/expectation.ts';
import { secondAfter } from '../core/time.ts';
import type { Rule } from './rule.ts';

/** The clocks that run, as they stand now. */
export const clocks: Rule = {
  name: 'clocks',
  does: 'The card shows what is owed by when as times, and which of it is nearly or already past its time.',
  expect(incident, handbook, now) {
    const running = clocksOf(incident, handbook).filter((clock) => clock.ended === null && isPromise(clock));
    return running.map((clock): Expectation => ({ expect: 'clock', clock, state: stateAt(clock, now) }));
  },
  due: (incident, handbook) => clocksOf(incident, handbook).flatMap(turnsOf),
};

/** When it comes to be shown otherwise. */
function turnsOf(clock: RunningClock): readonly (string | null)[] {
  const { ended, warnAt, due } = clock;
  return ended !== null || !isPromise(clock) ? [] : [warnAt, due && secondAfter(due)];
}
