// An end before its start is a slip, most often of the day or the zone: refused, with what it contradicts.
import { type Handbook, type Milestone, statusOf } from '../core/handbook.ts';
import type { Incident } from '../core/incident.ts';
import type { Refusal } from '../core/refusal.ts';
import type { Fact } from '../core/timeline.ts';
import type { Stated } from './command.ts';

const ends: readonly Milestone[] = ['acknowledged', 'identified', 'mitigated', 'resolved', 'closed'];

/**
 * The refusal of a fact whose time puts an end before the start on record, or the start after an end; null when all is in order.
 * Only times that were typed are asked about, and only against `started` as it was said: what is not known contradicts nothing.
 */
export function outOfOrder(
  { fact, at }: Stated,
  command: string,
  incident: Incident | null,
  handbook: Handbook,
): Refusal | null {
  const milestone = at === undefined ? null : milestoneOf(fact, handbook);
  if (!incident || at === undefined || milestone === null) return null;
  const { started } = incident.milestones;
  if (ends.includes(milestone) && started && at < started.at) {
    return { reason: 'out-of-order', command, at, than: 'started', thanAt: started.at, early: true };
  }
  const passed = milestone === 'started' ? ends.find((end) => (incident.milestones[end]?.at ?? at) < at) : undefined;
  const than = passed && incident.milestones[passed];
  return passed && than ? { reason: 'out-of-order', command, at, than: passed, thanAt: than.at, early: false } : null;
}

function milestoneOf(fact: Fact, handbook: Handbook): Milestone | null {
  if (fact.kind === 'milestone') return fact.milestone;
  return fact.kind === 'status' ? statusOf(handbook, fact.status).milestone : null;
}
