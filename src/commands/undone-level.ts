// Taking back that it was raised lowers it: a slip may be mended at once, later it is lowering like any other.

import { baseOf, type Entry } from '../core/entry.ts';
import { rank, severityOf } from '../core/handbook.ts';
import type { Refusal } from '../core/refusal.ts';
import type { Room } from './command.ts';
import { levelRefusal } from './level-change.ts';

/**
 * Why a raised level may not be taken back now; null: it may, or it was not raised. The last word on record may always be taken
 * back: nobody has acted on it yet. @param taken entries to take back. @param open entries that could be. @param at ISO UTC
 */
export function undoneLevel(taken: readonly Entry[], open: readonly Entry[], at: string, room: Room): Refusal | null {
  const { incident, handbook } = room;
  const raised = taken.findLast(({ fact }) => fact?.kind === 'severity');
  if (!incident || !raised || baseOf(raised.source) === baseOf(open.at(-1)?.source ?? '')) return null;
  const left = incident.timeline.filter((entry) => !taken.some(({ source }) => source === entry.source));
  const word = left.findLast(({ fact }) => fact?.kind === 'severity' || fact?.kind === 'declared')?.fact;
  const before = word?.kind === 'severity' || word?.kind === 'declared' ? word.severity : null;
  if (before === null || !handbook.severities.some(({ id }) => id === before)) return null;
  const lowers = rank(handbook, before) > rank(handbook, incident.severity.current);
  return lowers ? levelRefusal(severityOf(handbook, before), at, room) : null;
}
