// When people are told that something ran out: at once, then at fixed times, so that what is owed again is told together.
import type { RunningClock } from '../core/clock.ts';
import type { Handbook } from '../core/handbook.ts';
import type { Incident } from '../core/incident.ts';
import { plusMinutes } from '../time/time.ts';
import { remindsAt } from './quiet.ts';

/** A period's number from 1, what was due in it, and when it is over: ISO UTC. */
export interface PeriodEnd {
  readonly period: number;
  readonly due: string;
  readonly at: string;
}

/**
 * The same with the moments at which they are told: quiet hours and a snooze put them off. The first is told at once; what is
 * promised, or waited for, is told again on quarter hours since the declaration, anything else (roles, hand-overs) on full hours: its
 * period is how long it takes, not how often people want to hear of it. Of periods told at one moment only the last is left.
 * @param ends of one clock, in order
 */
export function* toldTimes(
  ends: Iterable<PeriodEnd>,
  clock: RunningClock,
  incident: Incident,
  handbook: Handbook,
): Generator<PeriodEnd> {
  const declared = incident.milestones.declared?.at;
  const step = clock.callsOut ? null : promised.has(clock.kind) ? 15 : 60;
  let last: PeriodEnd | null = null;
  for (const end of ends) {
    const isAgain = last !== null && step !== null && declared !== undefined;
    const at = remindsAt(isAgain ? nextStep(end.at, declared, step) : end.at, incident, handbook);
    if (last && last.at !== at) yield last;
    last = { ...end, at };
  }
  if (last) yield last;
}

const promised: ReadonlySet<RunningClock['kind']> = new Set([
  'promise',
  'contract',
  'word',
  'said',
  'answer',
  'check-in',
]);

function nextStep(at: string, declared: string, step: number): string {
  const minutes = (Date.parse(at) - Date.parse(declared)) / 60_000;
  return plusMinutes(declared, Math.ceil(minutes / step) * step);
}
