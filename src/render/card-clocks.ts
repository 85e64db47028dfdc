// What is owed by when, on the card: the clocks that tell most, what is past its time first.

import { promisedEnd } from '../clocks/kept-promises.ts';
import type { ClockKind, ClockState, RunningClock } from '../core/clock.ts';
import type { ClockEnd } from '../core/duty.ts';
import type { Handbook } from '../core/handbook.ts';
import type { Incident } from '../core/incident.ts';
import type { CardRow } from './card-situation.ts';
import { clockName, clockText, tasksBelow } from './replies/clock-words.ts';

/** A clock, and how it stands now. */
export interface StandingClock {
  readonly clock: RunningClock;
  readonly state: ClockState;
}

/** More are not read at a glance. */
const most = 6;

/** What stands elsewhere on the card with its time, while that is not near. */
const shownElsewhere: ReadonlySet<ClockKind> = new Set(['word', 'task', 'called', 'team']);

/** What is asked for first, however much else is late: when is it over, and when is the next word. */
const alwaysShown: ReadonlySet<ClockEnd> = new Set(['resolved', 'update']);

const urgency: readonly ClockState[] = ['breached', 'warning', 'within', 'paused'];

/**
 * Rows of what is past its time, then of what is nearest; what the same line ends is one row, and so is the list of what is to be
 * done. The last row names what is left out.
 */
export function clockRows(
  clocks: readonly StandingClock[],
  incident: Incident,
  handbook: Handbook,
): readonly CardRow[] {
  const near = clocks.filter(({ clock, state }) => !shownElsewhere.has(clock.kind) || urgency.indexOf(state) < 2);
  const rows = [...Map.groupBy(near.toSorted(byUrgency), endingOf).values()];
  const asked = rows.filter((row) => row.some((one) => isAlwaysShown(one, handbook)));
  const others = rows.filter((row) => !asked.includes(row)).slice(0, Math.max(0, most - asked.length));
  const left = rows.filter((row) => !asked.includes(row) && !others.includes(row));
  const shown = rows.filter((row) => !left.includes(row)).map((row) => rowOf(row, incident, handbook));
  return [...shown, ...leftOut(left, handbook)];
}

/** What ends it, and of whom: what has both in common is one row; what no line ends, by its time. */
function endingOf({ clock, state }: StandingClock): string {
  if (clock.kind === 'called') return 'called';
  return clock.command === '' ? `${clock.due} ${state}` : `${clock.command} ${clock.person?.id ?? ''}`;
}

function isAlwaysShown({ clock }: StandingClock, handbook: Handbook): boolean {
  const end = promisedEnd(clock, handbook);
  return clock.kind === 'said' || (end !== undefined && alwaysShown.has(end));
}

function rowOf(row: readonly StandingClock[], incident: Incident, handbook: Handbook): CardRow {
  const day = incident.milestones.declared?.at;
  // The list of what is to be done stands below, with its lines: here is the first time of it.
  if (row[0]?.clock.kind === 'called') return { name: tasksBelow, text: clockText(row.slice(0, 1), '', handbook, day) };
  return { name: namesOf(row, handbook).join(', '), text: clockText(row, row[0]?.clock.command ?? '', handbook, day) };
}

function leftOut(rows: readonly (readonly StandingClock[])[], handbook: Handbook): readonly CardRow[] {
  const names = rows.flatMap((row) => namesOf(row, handbook));
  if (names.length === 0) return [];
  const rest = names.length > most ? ', …' : '';
  return [{ name: `and ${names.length} more`, text: `${names.slice(0, most).join(', ')}${rest}` }];
}

function namesOf(row: readonly StandingClock[], handbook: Handbook): readonly string[] {
  return [...new Set(row.map(({ clock }) => (clock.kind === 'called' ? tasksBelow : clockName(clock.id, handbook))))];
}

function byUrgency(one: StandingClock, other: StandingClock): number {
  const first = urgency.indexOf(one.state) - urgency.indexOf(other.state);
  const [due, otherDue] = [one.clock.due ?? '9', other.clock.due ?? '9'];
  return first === 0 ? (due < otherDue ? -1 : due > otherDue ? 1 : 0) : first;
}
