// Where people went around the process or changed the record afterwards: what the report shows with its reasons.
import { baseOf, type Entry, happenedAt } from '../core/entry.ts';
import type { Handbook } from '../core/handbook.ts';
import type { Incident } from '../core/incident.ts';
import { type Step, steps } from '../core/replay.ts';
import type { Intervention } from './line.ts';

/** A time that is moved by more than this is a correction worth showing. */
const minutesThatCount = 15;

/**
 * Closed over open items, cancelled, recorded afterwards, or a milestone's time moved by more than 15 minutes from what stood
 * before: in the order they were said. What was undone never happened.
 */
export function interventionsOf(entries: readonly Entry[], handbook: Handbook): readonly Intervention[] {
  const way = [...steps(entries, handbook)];
  const carried = new Set(
    way.flatMap(({ entry }) => (entry.fact?.kind === 'carried-over' ? baseOf(entry.source) : [])),
  );
  return way.flatMap((step, index) => {
    const isCarried = carried.has(baseOf(step.entry.source));
    return [...closings(step, isCarried), ...backfillings(step), ...corrections(step, way[index - 1]?.incident)];
  });
}

/** What goes on as an ordinary issue was closed by its level, not cancelled by somebody. */
function closings({ entry }: Step, isCarried: boolean): readonly Intervention[] {
  const { fact } = entry;
  if (fact?.kind !== 'closed') return [];
  const told = { ...said(entry), because: fact.because ?? null, minutes: null };
  const override = fact.anyway ? [{ ...told, what: 'override' as const, about: fact.anyway.join(', ') }] : [];
  const cancelled = fact.reason === 'not_planned' && !isCarried;
  return [...override, ...(cancelled ? [{ ...told, what: 'cancelled' as const, about: '' }] : [])];
}

function backfillings({ entry }: Step): readonly Intervention[] {
  const { fact } = entry;
  if (fact?.kind !== 'backfilled' && !(fact?.kind === 'declared' && fact.backfilled)) return [];
  return [{ ...said(entry), what: 'backfilled', because: fact.because ?? null, about: '', minutes: null }];
}

/** One that was inferred corrects nothing, and a turn of the incident (a relapse, a second resolve) is no correction. */
function corrections({ entry }: Step, before: Incident | undefined): readonly Intervention[] {
  const { fact } = entry;
  if (fact?.kind !== 'milestone' || entry.inferred) return [];
  const mark = before?.milestones[fact.milestone];
  const minutes = mark ? (Date.parse(happenedAt(entry)) - Date.parse(mark.at)) / 60_000 : 0;
  if (Math.abs(minutes) <= minutesThatCount) return [];
  const { milestone: about, because = null } = fact;
  return [{ ...said(entry), what: 'corrected', because, about, minutes: Math.round(minutes) }];
}

function said({ saidAt, by }: Entry): { readonly at: string; readonly by: string | null } {
  return { at: saidAt, by: by?.login ?? null };
}
