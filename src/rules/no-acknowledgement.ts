// Nobody has said that they are on it.
import { heardLateAt } from '../clocks/calls-told.ts';
import { promisedEnd } from '../clocks/kept-promises.ts';
import { isClimbing } from '../clocks/ladder-run.ts';
import { cameDue } from '../core/came-due.ts';
import type { RunningClock } from '../core/clock.ts';
import type { Entry } from '../core/entry.ts';
import type { Handbook } from '../core/handbook.ts';
import { maySpeak } from '../core/record.ts';
import { dueAfter } from '../time/term.ts';
import { reminding } from './reminder-of.ts';

export const noAcknowledgement = reminding(
  'no-acknowledgement',
  'Reminds when nobody has acknowledged the incident in time; while the ladder climbs, only once it is at its end.',
  'no-acknowledgement',
  awaitsAcknowledgement,
  ({ clock, entry, before }, handbook, { record, snapshot }) => {
    const steps = record.entries.filter((other) => other.saidAt <= entry.saidAt && callsForAnswer(other));
    if (clock.kind === 'answer') {
      // Whoever was called late has as long to answer as anybody.
      const heard = heardLateAt(steps, snapshot);
      const isWaitedFor = heard !== null && entry.saidAt <= dueAfter(heard, clock.period, handbook);
      return isWaitedFor || steps.some((step) => maySpeak(record, step));
    }
    return isClimbing(before, handbook) || steps.some(({ saidAt }) => saidAt === entry.saidAt);
  },
);

/** A step of the ladder that was climbed by itself and means somebody: its comment, told now, says what this one would. */
function callsForAnswer(entry: Entry): boolean {
  const { fact } = entry;
  return fact?.kind === 'paged' && cameDue(entry) && fact.people.length + (fact.knowing?.length ?? 0) > 0;
}

/** Whether a clock waits for somebody to be on it. */
export function awaitsAcknowledgement(clock: RunningClock, handbook: Handbook): boolean {
  const { kind, about } = clock;
  if (kind === 'answer') return true;
  if (promisedEnd(clock, handbook) === 'acknowledged') return true;
  return kind === 'status' && handbook.statuses.find(({ id }) => id === about)?.milestone === 'acknowledged';
}
