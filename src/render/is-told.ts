// Which entries a timeline tells.
import type { Entry } from '../core/entry.ts';
import type { Fact } from '../core/timeline.ts';

/** Facts that are about the keeping of the record, not about the incident: not told in timelines. */
export function isTold(entry: Entry): boolean {
  const merged = entry.fact?.kind === 'milestone' && entry.source.startsWith('pull:');
  const corrected = entry.fact?.kind === 'reported' && entry.source.startsWith('comment:');
  // Nobody knows when and by whom: the card says it on top while it is so.
  const hidden = entry.fact?.kind === 'interference' && entry.source.startsWith('hidden:');
  // What is owed for long is told once.
  const again = entry.fact?.kind === 'overdue' && !entry.fact.callsOut && entry.fact.period > 1;
  // Who was encouraged in a comment has done nothing.
  const offered = entry.fact?.kind === 'overdue' && entry.fact.callsOut && entry.fact.who !== undefined;
  const isLeft = merged || hidden || again || offered;
  return entry.fact !== undefined && !isLeft && (corrected || !untold.has(entry.fact.kind));
}

const untold: ReadonlySet<Fact['kind']> = new Set(['asked', 'unread', 'reported', 'config-problem', 'spoke']);
