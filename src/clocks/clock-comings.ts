// What a clock that ran out brings by itself: it is on record, once when its time is over and then after ever longer waits.
import { cameDue, dueEnding } from '../core/came-due.ts';
import type { ClockKind, RunningClock } from '../core/clock.ts';
import { shortHash } from '../core/entry.ts';
import type { Handbook } from '../core/handbook.ts';
import type { Incident } from '../core/incident.ts';
import type { Fact } from '../core/timeline.ts';
import type { Term } from '../time/term.ts';
import { later, secondAfter } from '../time/time.ts';
import { endOf } from './clock-time.ts';
import { clockWordsOf, type Word } from './clock-words.ts';
import { clocksOf } from './clocks.ts';
import { type Coming, soonest } from './coming.ts';
import { levelsOf, raisedAt } from './due-by-level.ts';
import { remindsAt } from './quiet.ts';
import { type PeriodEnd, toldTimes } from './reminder-times.ts';

/**
 * Of each clock that runs the next time at which it is told: when it is over, after each of the next three periods, then each
 * time after twice as long. Of what was over already when it came to be so (a raised severity, a corrected time) only the last.
 */
export function clockComings(incident: Incident, handbook: Handbook): readonly Coming[] {
  const running = clocksOf(incident, handbook).filter(({ ended, due }) => ended === null && due !== null);
  if (running.length === 0) return [];
  const told = incident.timeline.flatMap((entry) => (cameDue(entry) ? entry.source : []));
  const first = soonest(incident);
  const { last } = clockWordsOf(incident, handbook);
  const raised = raisedAt(incident, handbook);
  const severity = severityNow(incident, handbook);
  return running.flatMap((clock) => {
    const times = timesOf(clock);
    return nextOf(clock, toldTimes(times, clock, incident, handbook), { told, first, severity });
  });

  function timesOf(clock: RunningClock): Iterable<PeriodEnd> {
    if (clock.kind === 'offer') return offersOf(clock, running, incident, handbook);
    return clock.callsOut ? callsOf(clock, last, handbook) : overdueOf(clock, raised, handbook);
  }
}

interface Told {
  /** Sources on record. */
  readonly told: readonly string[];
  /** What would come before this moment could have come earlier. */
  readonly first: string;
  /** At which it stands. */
  readonly severity: string;
}

/** What was to be done by a time is told once: the card goes on showing it. */
const saidOnce: ReadonlySet<ClockKind> = new Set(['task', 'called', 'team', 'status']);

/** Longer than anybody waits: 2^20 periods. */
const doublings = 20;

/** Periods after which something is told again that nobody answers: 1, 2, 3, 4, 8, 16… */
const steps: readonly number[] = [1, 2, 3, ...Array.from({ length: doublings - 1 }, (_, index) => 2 ** (index + 2))];

/** Of what was over when the severity was raised the counting begins anew: it is another matter now, and nobody may have been told. */
function* overdueOf(clock: RunningClock, raised: string | null, handbook: Handbook): Generator<PeriodEnd> {
  const { due, period, calendar } = clock;
  if (due === null) return;
  const start = raised !== null && bySeverity.has(clock.kind) ? later(due, raised) : due;
  yield { period: 1, due, at: start };
  if (saidOnce.has(clock.kind)) return;
  for (const step of steps.slice(1)) {
    const at = endOf(start, times(period, step - 1), { calendar, handbook });
    if (at !== null) yield { period: step, due, at };
  }
}

/** The grid from its begin; the longer nobody says a word, the fewer of its times are called out. */
function* callsOf(clock: RunningClock, last: Word | null, handbook: Handbook): Generator<PeriodEnd> {
  const { from, period, calendar } = clock;
  const first = endOf(from, period, { calendar, handbook }) ?? from;
  const length = Math.max(60_000, Date.parse(first) - Date.parse(from));
  const passed = last ? Math.max(0, Math.floor((Date.parse(last.at) - Date.parse(from)) / length)) : 0;
  for (const step of steps) {
    const number = passed + step;
    const at = endOf(from, times(period, number), { calendar, handbook });
    if (at !== null) yield { period: number, due: at, at };
  }
}

/**
 * Each time its period has passed, ever more rarely, until the hand-over is owed. One that falls into quiet hours or a snooze is not
 * made up for: it is of its moment.
 */
function* offersOf(
  { from, period, calendar, about }: RunningClock,
  running: readonly RunningClock[],
  incident: Incident,
  handbook: Handbook,
): Generator<PeriodEnd> {
  const owed = running.find((clock) => clock.kind === 'hand-over' && clock.about === about && clock.from === from)?.due;
  for (const step of steps) {
    const at = endOf(from, times(period, step), { calendar, handbook });
    if (at === null || (owed && at >= owed)) return;
    if (remindsAt(at, incident, handbook) === at) yield { period: step, due: at, at };
  }
}

function times(term: Term, count: number): Term {
  return { ...term, amount: term.amount * count };
}

function nextOf(clock: RunningClock, all: Iterable<PeriodEnd>, { told, first, severity }: Told): readonly Coming[] {
  const promise = `clock:${clock.id}:${shortHash(clock.begun)}:${bySeverity.has(clock.kind) ? severity : ''}:`;
  const sourceOf = ({ period }: PeriodEnd): string => `${promise}${period}${dueEnding}`;
  const coming = (time: PeriodEnd): readonly Coming[] => [
    { source: sourceOf(time), at: secondAfter(time.at), by: null, fact: factOf(clock, time) },
  ];
  const periods = told.flatMap((source) => (source.startsWith(promise) ? periodOf(source) : []));
  const reached = Math.max(0, ...periods);
  const isLate = reached === 0 && !clock.callsOut;
  let passed: PeriodEnd | null = null;
  for (const time of all) {
    if (time.period <= reached) continue;
    if (secondAfter(time.at) >= first) return coming(passed && isLate ? passed : time);
    passed = time;
  }
  return passed && isLate ? coming(passed) : [];
}

/** Of the source of an entry of ours. */
function periodOf(source: string): number {
  return Number(source.slice(source.lastIndexOf(':') + 1, -dueEnding.length));
}

/** Of these another severity is another promise. */
const bySeverity: ReadonlySet<ClockKind> = new Set([
  'promise',
  'contract',
  'word',
  'said',
  'check-in',
  'post-mortem',
  'meeting',
]);

/** One that is reached again is another promise as well. */
function severityNow(incident: Incident, handbook: Handbook): string {
  const { current } = incident.severity;
  const times = levelsOf(incident, handbook).filter(({ id }) => id === current).length;
  return times > 1 ? `${current} ${times}` : current;
}

function factOf({ id, kind, about, owner, person, callsOut }: RunningClock, { due, period }: PeriodEnd): Fact {
  return {
    ...{ kind: 'overdue', clock: id, due, period },
    ...(owner !== null && { owner }),
    ...(person && { who: person }),
    ...(kind === 'vacant' && { vacant: about.split(' ') }),
    ...(callsOut && { callsOut }),
  };
}
