// An end before its start is a slip, most often of the day or the zone: refused, with what it contradicts (decision 26).

import { type Handbook, type Milestone, statusOf } from '../core/handbook.ts';
import type { Incident } from '../core/incident.ts';
import type { Refusal } from '../core/refusal.ts';
import type { Fact } from '../core/timeline.ts';
import { dayBefore } from '../time/day-before.ts';
import type { Said, Stated } from './command.ts';

const ends: readonly Milestone[] = ['acknowledged', 'identified', 'mitigated', 'resolved', 'closed'];

/**
 * The refusal of a fact whose time puts an end before the start on record, or the start after an end; null when all is in order.
 * Only times that were typed are asked about, and only against `started` as it was said: what is not known contradicts nothing. But a
 * clock time that has not come yet today is not taken for one of the day before where that is before the declaration either.
 */
export function outOfOrder(
  { fact, at }: Stated,
  said: Said,
  incident: Incident | null,
  handbook: Handbook,
): Refusal | null {
  if (!incident || at === undefined) return null;
  const notYet = notYetToday(fact, at, said, incident, handbook);
  if (notYet) return notYet;
  const { command } = said;
  const milestone = milestoneOf(fact, handbook);
  if (milestone === null) return null;
  const { started } = incident.milestones;
  if (ends.includes(milestone) && started && at < started.at) {
    return { reason: 'out-of-order', command, at, than: 'started', thanAt: started.at, early: true };
  }
  const passed = milestone === 'started' ? ends.find((end) => (incident.milestones[end]?.at ?? at) < at) : undefined;
  const than = passed && incident.milestones[passed];
  return passed && than ? { reason: 'out-of-order', command, at, than: passed, thanAt: than.at, early: false } : null;
}

/** Told of what comes after the beginning only; of a record of the past nobody knows when it began, unless it was said. */
function notYetToday(fact: Fact, at: string, said: Said, incident: Incident, handbook: Handbook): Refusal | null {
  const { started, declared } = incident.milestones;
  const than = started ? 'started' : 'declared';
  const begun = started ?? (incident.backfilled ? undefined : declared);
  if (!begun || at >= begun.at || !comesAfter(fact)) return null;
  const taken = dayBefore(said.text, at, said.at, handbook.zone);
  if (!taken) return null;
  return { reason: 'not-yet-today', command: said.command, ...taken, said: said.at, than, thanAt: begun.at };
}

function comesAfter(fact: Fact): boolean {
  if (fact.kind === 'milestone') return !['started', 'detected', 'declared'].includes(fact.milestone);
  return fact.kind === 'status' || fact.kind === 'closed' || fact.kind === 'reopened';
}

function milestoneOf(fact: Fact, handbook: Handbook): Milestone | null {
  if (fact.kind === 'milestone') return fact.milestone;
  if (fact.kind === 'closed') return 'closed';
  return fact.kind === 'status' ? statusOf(handbook, fact.status).milestone : null;
}
