// What is said of a time that stood twice on the clocks of its night.
import { type Entry, happenedAt } from '../../core/entry.ts';
import type { Handbook, Milestone } from '../../core/handbook.ts';
import { clock, formatTime } from '../../time/time.ts';
import { toType } from '../names.ts';

/** Which of the two was taken, and how to say the other one; null: the time of the entry was no such one. */
export function doubledWords(entry: Entry, handbook: Handbook): string | null {
  const { doubled } = entry;
  if (doubled === undefined) return null;
  const at = happenedAt(entry);
  const milestone = milestoneOf(entry, handbook);
  const line = milestone ? `/${milestone} at ${doubled}` : '/undo';
  const how = milestone
    ? 'If the earlier one was meant'
    : `If the earlier one was meant, take it back and say it with \`at ${doubled}\``;
  return `That night the clocks show ${clock(at, handbook.zone)} twice; I took the later one, ${formatTime(at, 'UTC')}. ${how}: ${toType(line)}`;
}

/** The milestone that an entry sets, for its own command; null: none. */
export function milestoneOf({ fact }: Entry, handbook: Handbook): Milestone | null {
  if (fact?.kind === 'milestone') return fact.milestone;
  if (fact?.kind === 'closed') return 'closed';
  if (fact?.kind !== 'status' || fact.relapse) return null;
  return handbook.statuses.find(({ id }) => id === fact.status)?.milestone ?? null;
}
