// What is owed by when, on the card: the clocks that tell most, what is past its time first.
import type { ClockKind, ClockState, RunningClock } from '../core/clock.ts';
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
const shownElsewhere: ReadonlySet<ClockKind> = new Set(['word', 'said', 'task', 'called', 'team']);

const urgency: readonly ClockState[] = ['breached', 'warning', 'within', 'paused'];

/** Rows of what is past its time, then of what is nearest; what the same line ends by the same time is one row. */
export function clockRows(
  clocks: readonly StandingClock[],
  incident: Incident,
  handbook: Handbook,
): readonly CardRow[] {
  const day = incident.milestones.declared?.at;
  const near = clocks.filter(({ clock, state }) => !shownElsewhere.has(clock.kind) || urgency.indexOf(state) < 2);
  const rows = near.toSorted(byUrgency).map(({ clock, state }) => {
    // The list of what is to be done stands below, with its lines.
    if (clock.kind === 'called')
      return { name: tasksBelow, text: clockText({ ...clock, command: '' }, state, handbook, day) };
    return { name: clockName(clock.id, handbook), text: clockText(clock, state, handbook, day) };
  });
  const together = [...Map.groupBy(rows, ({ text }) => text)];
  return together.slice(0, most).map(([text, same]) => ({ name: nameOf(same), text }));
}

function nameOf(rows: readonly CardRow[]): string {
  return [...new Set(rows.map(({ name }) => name))].join(', ');
}

function byUrgency(one: StandingClock, other: StandingClock): number {
  const first = urgency.indexOf(one.state) - urgency.indexOf(other.state);
  const [due, otherDue] = [one.clock.due ?? '9', other.clock.due ?? '9'];
  return first === 0 ? (due < otherDue ? -1 : due > otherDue ? 1 : 0) : first;
}
