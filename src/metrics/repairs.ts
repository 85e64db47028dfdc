// The lines to type into an incident that lacks milestones.
import type { Milestone } from '../core/milestone.ts';
import type { IncidentLine } from '../lines/line.ts';
import { localDate } from '../time/time.ts';
import { readZone } from '../time/zone.ts';
import { overAt } from './over.ts';

/** The command that says when it was; `/ack`, since `acknowledged` is its other name. */
const commands: Readonly<Partial<Record<Milestone, string>>> = {
  ...{ started: '/started', detected: '/detected', acknowledged: '/ack' },
  ...{ mitigated: '/mitigated', resolved: '/resolved' },
};

/** Of these the day is rather the one on which the incident was over. */
const ends: readonly Milestone[] = ['mitigated', 'resolved'];

/**
 * One line for each missing milestone: `/started 2026-03-04 HH:MM Europe/Berlin`, with the day on which it probably was. Nobody
 * here knows the hour: typed as it stands it is refused, and changes nothing. An incident that has no record of ours gets one
 * first, by `/backfill`; one whose card is broken gets none: a command would not mend that.
 * @param zone IANA
 */
export function repairsOf(line: IncidentLine, missing: readonly Milestone[], zone: string): readonly string[] {
  if (missing.length === 0) return [];
  if (line.source === 'issue') return line.problem === null ? ['/backfill'] : [];
  const named = readZone(zone);
  return missing.flatMap((milestone) => {
    const command = commands[milestone];
    const over = overAt(line);
    const near = ends.includes(milestone) ? over : (line.milestones.declared?.at ?? over);
    if (!command || !near) return [];
    return `${command} ${localDate(near, zone)} HH:MM${named ? ` ${named}` : ''}`;
  });
}
