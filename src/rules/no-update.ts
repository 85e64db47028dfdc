// Nobody has said how it stands when the next word was due.
import type { RunningClock } from '../core/clock.ts';
import type { Handbook } from '../core/handbook.ts';
import { reminding } from './reminder-of.ts';

export const noUpdate = reminding(
  'no-update',
  'Reminds of the next update, and of the next word to each audience, when its time has passed.',
  'no-update',
  awaitsWord,
);

/** Whether a clock waits for a word on how it stands. */
export function awaitsWord({ kind, about }: RunningClock, { clocks }: Handbook): boolean {
  return kind === 'word' || kind === 'said' || clocks.some(({ id, to }) => id === about && to === 'update');
}
