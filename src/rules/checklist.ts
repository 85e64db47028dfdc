// The checklist as a comment of its own.
import type { Handbook } from '../core/handbook.ts';
import type { Incident } from '../core/incident.ts';
import { incidentAfter } from '../core/record.ts';
import { hasGate } from '../core/required.ts';
import type { Rule, View } from './rule.ts';

/**
 * From the first `resolved` of a type with a gate on, the checklist stands as a comment of its own (decision 18), also when it is
 * cancelled or called something else later: what was said decides.
 */
export const checklist: Rule = {
  name: 'checklist',
  does: 'At `resolved` the checklist is posted as a comment of its own, for types with a gate.',
  expect(incident, handbook, _now, view) {
    if (handbook.checklist.length === 0 || !incident.milestones.resolved) return [];
    return isOwed(incident, handbook) || wasOwed(handbook, view) ? [{ expect: 'checklist' }] : [];
  },
};

function isOwed(incident: Incident, handbook: Handbook): boolean {
  return incident.milestones.resolved !== undefined && hasGate(incident, handbook);
}

/** Whether it was posted before its type became one without a gate: every look must find the same. */
function wasOwed(handbook: Handbook, { record }: View): boolean {
  const telling = record.entries.filter(({ fact }) => fact && turning.has(fact.kind));
  return telling.some((entry) => {
    const after = incidentAfter(record, entry, handbook);
    return after !== null && isOwed(after, handbook);
  });
}

const turning: ReadonlySet<string> = new Set(['type', 'status', 'milestone', 'closed']);
