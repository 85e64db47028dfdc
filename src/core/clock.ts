// A clock of an incident: what is owed by when, by whom, and what has become of it. Without a present time, which only its state has.
import type { Calendar } from '../time/calendar.ts';
import type { Term } from '../time/term.ts';
import type { Person } from './person.ts';

/**
 * What is owed. `promise`: a clock of the handbook; `contract`: what a contract promises and no clock of the handbook measures;
 * `word`: the next word to an audience; `said`: the update that the last one foretold; `status`: that a status is reached; `vacant`:
 * that somebody takes a role; `answer`: that somebody answers the ladder; `team`: a sub-team's time box; `called`: a task of the
 * handbook's; `offer`: that a role may be handed on, which is only encouraged; `confirmation`: that somebody says whether an
 * outsider's report counts.
 */
export type ClockKind =
  | 'promise'
  | 'contract'
  | 'word'
  | 'said'
  | 'status'
  | 'vacant'
  | 'answer'
  | 'task'
  | 'called'
  | 'team'
  | 'hand-over'
  | 'offer'
  | 'check-in'
  | 'post-mortem'
  | 'meeting'
  | 'confirmation';

/** All instants: ISO UTC, whole seconds. */
export interface RunningClock {
  /** Of a handbook's own its id there, else `word:customers`, `task:3`; with what began it, unique in an incident. */
  readonly id: string;
  readonly kind: ClockKind;
  /** Which one of its kind: the id of a clock, audience, status, role, the number of a task; empty where there is but one. */
  readonly about: string;
  /** What the handbook calls it; null: it has no name of its own. */
  readonly name: string | null;
  /** The role that owes it; null: any responder, or `person`. */
  readonly owner: string | null;
  readonly person: Person | null;
  /** What began it, so that another beginning is another promise and a corrected time is none. */
  readonly begun: string;
  readonly from: string;
  /** Null: it stands still (paused) and nobody knows as yet. */
  readonly due: string | null;
  /** The time it was given: after so long again it is told again. */
  readonly period: Term;
  /** Only this working time counts; null: all time does. */
  readonly calendar: Calendar | null;
  readonly warnAt: string | null;
  readonly escalateAt: string | null;
  /** When what was owed was done; null: it is owed. */
  readonly ended: string | null;
  /** It is told when its time has come, and nobody has failed by then. */
  readonly callsOut: boolean;
  /** The line that ends it. */
  readonly command: string;
}

/** `met`, `late`: it was done, by its time or after it. */
export type ClockState = 'within' | 'warning' | 'breached' | 'paused' | 'met' | 'late';

/** How a clock stands at a moment (ISO UTC). What is due by 14:30 is late from the second after 14:30:00 on. */
export function stateAt(clock: RunningClock, now: string): ClockState {
  const { due, warnAt, ended } = clock;
  if (due === null) return ended === null ? 'paused' : 'met';
  if (ended !== null) return ended <= due ? 'met' : 'late';
  const second = secondOf(now);
  if (second > due && isPromise(clock)) return 'breached';
  return warnAt !== null && second >= warnAt ? 'warning' : 'within';
}

/** Whether something was promised by its time: nobody is late where it is only called out, nobody holds a role, or nobody answers. */
export function isPromise({ kind, callsOut }: RunningClock): boolean {
  return !callsOut && kind !== 'vacant' && kind !== 'answer';
}

/** Whether somebody is asked for something when its time has come: of what is only called out only who is encouraged. */
export function asksSomebody({ callsOut, person }: Pick<RunningClock, 'callsOut' | 'person'>): boolean {
  return !callsOut || person !== null;
}

/** Moments are whole seconds: as such they can be compared as texts. */
function secondOf(moment: string): string {
  return `${moment.slice(0, 19)}Z`;
}
