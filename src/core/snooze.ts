// How long reminders may be put off.

import { dueAfter, type Term } from '../time/term.ts';
import { minutesBetween } from '../time/time.ts';
import { atSeverity } from './at-severity.ts';
import type { Clock } from './duty.ts';
import { isResolved } from './gate.ts';
import { type Handbook, typeOf } from './handbook.ts';
import type { Incident } from './incident.ts';

/**
 * Since when reminders would be put off by a snooze that is said at a moment: one that is said while another lasts goes on with it,
 * since no reminder came between. @param at ISO UTC. @returns ISO UTC, not after that
 */
export function snoozedSince({ snooze }: Pick<Incident, 'snooze'>, at: string): string {
  return snooze && snooze.from <= at && at < snooze.until ? snooze.from : at;
}

/**
 * Until when reminders may be put off at a moment: one period of what is owed most often at the present severity, by a cadence or
 * another clock that begins again, or by the word of who said when the next update comes; where nothing is, of what is only called
 * out. @param at ISO UTC. @returns ISO UTC; null: nothing reminds again and again, or it is over
 */
export function longestSnooze(incident: Incident, handbook: Handbook, at: string): string | null {
  if (incident.backfilled || incident.closed || isResolved(incident, handbook)) return null;
  const counts = typeOf(handbook, incident.type.current)?.clocks ?? true;
  const clocks = counts ? handbook.clocks.filter(({ repeats }) => repeats) : [];
  const owed = [...handbook.audiences.map(({ cadence }) => cadence), ...withinOf(clocks, false)];
  const terms = [...owed.flatMap((by) => termAt(by, incident)), ...(counts ? foretold(incident) : [])];
  const calledOut = withinOf(clocks, true).flatMap((by) => termAt(by, incident));
  return (terms.length > 0 ? terms : calledOut).map((term) => dueAfter(at, term, handbook)).toSorted()[0] ?? null;
}

/** The time that the last update gave the next one. */
function foretold({ update }: Incident): readonly Term[] {
  if (!update?.nextAt) return [];
  return [{ amount: Math.max(1, minutesBetween(update.at, update.nextAt)), unit: 'minutes' }];
}

function withinOf(clocks: readonly Clock[], calledOut: boolean): readonly Clock['within'][] {
  return clocks.filter(({ to }) => (to === 'reminder') === calledOut).map(({ within }) => within);
}

function termAt(terms: Readonly<Record<string, Term>>, { severity }: Incident): readonly Term[] {
  const term = atSeverity(terms, severity.current);
  return term ? [term] : [];
}
