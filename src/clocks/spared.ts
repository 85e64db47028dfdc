// Steps of the ladder that are heard of so late that they would call people for nothing: they call nobody, and the record says so.
import type { Entry } from '../core/entry.ts';
import type { Handbook } from '../core/handbook.ts';
import type { Incident } from '../core/incident.ts';
import { isClimb } from '../core/page.ts';
import { type IncidentRecord, isUnanswered } from '../core/record.ts';
import { replay } from '../core/replay.ts';
import { isRunning, ladderRun } from './ladder-run.ts';

/** The record in which such steps, of those that nobody was told of yet, are marked as spared. */
export function sparing(record: IncidentRecord, handbook: Handbook): IncidentRecord {
  const isOpen = (entry: Entry): boolean => isClimb(entry) && isUnanswered(record, entry);
  const incident = record.entries.some(isOpen) ? replay(record.entries, handbook) : null;
  if (!incident) return record;
  const entries = record.entries.map((entry) =>
    entry.fact?.kind === 'paged' && isOpen(entry) && isNeedless(entry.fact.trigger, incident, handbook)
      ? { ...entry, fact: { ...entry.fact, how: 'spared' as const } }
      : entry,
  );
  return { ...record, entries };
}

/** Somebody has answered since, or it is over, or too small to climb for: nobody ran when the step was due. */
function isNeedless(id: string | undefined, incident: Incident, handbook: Handbook): boolean {
  if (!isRunning(incident, handbook)) return true;
  const trigger = handbook.escalation.triggers.find((one) => one.id === id);
  if (trigger?.when === 'overdue') return false;
  const run = ladderRun(incident, handbook);
  return run === null || run.answer !== null;
}
