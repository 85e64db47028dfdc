// The checklist as a comment of its own.
import type { Handbook } from '../core/handbook.ts';
import type { Incident } from '../core/incident.ts';
import { isPrivate, itemsFor } from '../core/items-for.ts';
import { incidentAfter } from '../core/record.ts';
import type { Rule, View } from './rule.ts';

/**
 * From the first `resolved` on, the checklist stands as a comment of its own (decision 18), also when it is cancelled later: what
 * was said decides. Private matters have theirs from the beginning, because it is worked off in order.
 */
export const checklist: Rule = {
  name: 'checklist',
  does: 'At `resolved` the checklist is posted as a comment of its own; that of a private matter at once.',
  expect(incident, handbook, _now, view) {
    if (handbook.checklist.length === 0) return [];
    return isShown(incident, handbook) || wasShown(incident, handbook, view) ? [{ expect: 'checklist' }] : [];
  },
};

function isShown(incident: Incident, handbook: Handbook): boolean {
  const begun = incident.milestones.resolved !== undefined || isPrivate(incident, handbook);
  return incident.confirmed && begun && itemsFor(incident, handbook).length > 0;
}

/** It stood there before severity or type left it without items: however late we look, it stands. */
function wasShown(incident: Incident, handbook: Handbook, { record }: View): boolean {
  const begun = incident.milestones.resolved !== undefined || handbook.types.some((type) => type.private);
  const sorted = incident.timeline.filter(({ fact }) => fact?.kind === 'severity' || fact?.kind === 'type');
  if (!begun || sorted.length === 0) return false;
  return incident.timeline.some((entry) => {
    if (!entry.fact || !telling.has(entry.fact.kind)) return false;
    const after = incidentAfter(record, entry, handbook);
    return after !== null && isShown(after, handbook);
  });
}

const telling: ReadonlySet<string> = new Set([
  'declared',
  'confirmed',
  'severity',
  'type',
  'status',
  'milestone',
  'closed',
]);
