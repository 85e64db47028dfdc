// Everything else that was owed by a time.
import type { RunningClock } from '../core/clock.ts';
import type { Handbook } from '../core/handbook.ts';
import { awaitsAcknowledgement } from './no-acknowledgement.ts';
import { awaitsWord } from './no-update.ts';
import { reminding } from './reminder-of.ts';

export const timeOver = reminding(
  'time-over',
  'Reminds of what else ran out: resolution, hand-over, check-in, post-mortem, meeting; and calls out what is only called out.',
  'time-over',
  isOther,
);

const elsewhere: ReadonlySet<RunningClock['kind']> = new Set([
  'vacant',
  'task',
  'called',
  'team',
  'offer',
  'confirmation',
]);

function isOther(clock: RunningClock, handbook: Handbook): boolean {
  return !elsewhere.has(clock.kind) && !awaitsAcknowledgement(clock, handbook) && !awaitsWord(clock, handbook);
}
